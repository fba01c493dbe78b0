import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { PurchaseOrderId, SchoolId, VendorId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import type { OrderAsked } from './orders.http.js';
import { OrdersRepository } from './orders.repository.js';
import { SurveyFiguresQuery } from './survey-figures.query.js';
import { VendorsRepository } from './vendors.repository.js';

/** Begins a round of buying. */
@Injectable()
export class DraftOrder {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly figures: SurveyFiguresQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school or vendor, 409 `vendor.closed` */
  async execute(input: OrderAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const vendorId = (input.vendorId ?? null) as VendorId | null;
    const surveyFigures = await this.figures.of(schoolId);
    return this.once.run(request, 201, async (tx) => {
      if (vendorId !== null) await refuseVendorUnlessOpen(tx, vendorId, schoolId);
      const id = newId<PurchaseOrderId>();
      await tx.use(OrdersRepository).add({
        id,
        version: 1,
        schoolId,
        name: input.name,
        vendorId,
        survey: input.survey ?? null,
        surveyFigures,
        status: 'draft',
        createdOn: this.clock.today(),
        nextLine: 1,
        centralPurchaseId: null,
      });
      return tx.use(OrdersRepository).view(id);
    });
  }
}

/** @throws Problem 422 for a vendor that the school does not have, 409 `vendor.closed` */
export const refuseVendorUnlessOpen = async (
  tx: Tx,
  vendorId: VendorId,
  schoolId: SchoolId,
): Promise<void> => {
  const vendor = await tx.use(VendorsRepository).locked(vendorId);
  if (vendor?.schoolId !== schoolId) throw unknownReference('/vendorId');
  if (vendor.closed) throw conflict('vendor.closed');
};
