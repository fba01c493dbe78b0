import { Injectable } from '@nestjs/common';
import {
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  violatedUnique,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId, VendorId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import type { VendorRow } from './vendor.row.js';
import type { VendorAsked } from './vendors.http.js';
import { VENDOR_NAME_ONCE, VendorsRepository } from './vendors.repository.js';

/** Enters a vendor or publisher in the register of a school. */
@Injectable()
export class EnterVendor {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 409 `vendor.name-taken`, 422 for an unknown school */
  async execute(input: VendorAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const vendor: VendorRow = {
      id: newId<VendorId>(),
      version: 1,
      schoolId,
      name: input.name,
      kind: input.kind ?? 'bookseller',
      contact: input.contact ?? null,
      supplies: input.supplies ?? null,
      closed: false,
    };
    try {
      return await this.once.run(request, 201, async (tx) => {
        await tx.use(VendorsRepository).add(vendor);
        return vendor;
      });
    } catch (error) {
      throw vendorNameTaken(error);
    }
  }
}

/** The violated constraint of the database, translated once. */
export const vendorNameTaken = (error: unknown): unknown =>
  violatedUnique(error) === VENDOR_NAME_ONCE ? conflict('vendor.name-taken') : error;
