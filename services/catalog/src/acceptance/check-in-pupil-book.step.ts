import { newId, Refused, type Tx } from '@shulian/service-kit';
import type { CalendarDay, DeliveryId, SchoolId, SuitabilityReviewId } from '@shulian/contracts/ids';
import { SuitabilityReviewsRepository } from '../selection/suitability-reviews.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { suitabilityRefusals } from './rules/delivery.js';

/**
 * A book that a pupil bought is looked at as all that comes is: a delivery of one volume, which becomes a copy when it is
 * accepted. Who bought it stands with the book and not here.
 *
 * @throws Refused 409 `delivery.refused` for a work found unsuitable, or whose review was taken back
 */
export const checkInPupilBook = async (
  tx: Tx,
  book: {
    readonly schoolId: SchoolId;
    readonly reviewId: SuitabilityReviewId;
    readonly priceFen: number;
    readonly invoiceNumber: string | null;
  },
  today: CalendarDay,
  by: string,
): Promise<DeliveryId> => {
  const { schoolId, reviewId, priceFen, invoiceNumber } = book;
  const review = (await tx.use(SuitabilityReviewsRepository).ofSchool(schoolId, [reviewId])).get(reviewId);
  if (review === undefined) throw new Error('a book has a review of its school');
  const refusals = suitabilityRefusals([{ review, received: 1 }]);
  if (refusals.length > 0) throw new Refused('delivery.refused', refusals);
  const id = newId<DeliveryId>();
  await tx.use(DeliveriesRepository).add(
    {
      id,
      version: 1,
      schoolId,
      source: 'pupil-purchase',
      orderId: null,
      origin: '学生自购',
      campaign: null,
      documentNumber: invoiceNumber,
      arrivedOn: today,
      remark: null,
      status: 'checking',
      recordedBy: by,
      settledOn: null,
      settledBy: null,
      reason: null,
      firstAccessionNumber: null,
      lastAccessionNumber: null,
    },
    [
      {
        number: 1,
        orderLine: null,
        reviewId,
        kind: 'book',
        unitPriceFen: priceFen,
        received: 1,
        short: 0,
        damaged: 0,
        wrong: 0,
        remark: null,
      },
    ],
  );
  return id;
};
