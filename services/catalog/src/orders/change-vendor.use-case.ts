import { Injectable } from '@nestjs/common';
import {
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { VendorId } from '@shulian/contracts/ids';
import { vendorNameTaken } from './enter-vendor.use-case.js';
import type { VendorRow } from './vendor.row.js';
import type { VendorChangeAsked } from './vendors.http.js';
import { VendorsRepository } from './vendors.repository.js';

/** Changes what is known of a vendor, or closes and opens it again. */
@Injectable()
export class ChangeVendor {
  constructor(private readonly once: OncePerKey) {}

  /** @throws Problem 404 for a vendor of another school, 412, 409 `vendor.name-taken` */
  async execute(
    caller: Caller,
    id: VendorId,
    version: number,
    input: VendorChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    try {
      return await this.once.run(request, 200, async (tx) => {
        const vendor = await tx.use(VendorsRepository).locked(id);
        if (vendor === null || !caller.mayWorkAt(vendor.schoolId)) throw unknownThing();
        refuseIfStale(version, vendor.version);
        const next: VendorRow = {
          ...vendor,
          version: vendor.version + 1,
          name: input.name ?? vendor.name,
          kind: input.kind ?? vendor.kind,
          contact: input.contact === undefined ? vendor.contact : input.contact,
          supplies: input.supplies === undefined ? vendor.supplies : input.supplies,
          closed: input.closed ?? vendor.closed,
        };
        await tx.use(VendorsRepository).change(next);
        return next;
      });
    } catch (error) {
      throw vendorNameTaken(error);
    }
  }
}
