import { Injectable } from '@nestjs/common';
import {
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { BibliographyId, PurchaseOrderId, SuitabilityReviewId } from '@shulian/contracts/ids';
import { SuitabilityReviewsRepository } from '../selection/suitability-reviews.repository.js';
import { draftOf } from './change-lines.use-case.js';
import { OrdersRepository } from './orders.repository.js';
import type { BibliographyLinesAdded, BibliographyLinesAsked } from './wanting.http.js';
import { WantingQuery } from './wanting.query.js';

/** What a school lacks of a booklist comes on an order at once; what cannot, says why (CAT-011). */
@Injectable()
export class OrderFromBibliography {
  constructor(
    private readonly once: OncePerKey,
    private readonly wanting: WantingQuery,
  ) {}

  /** @throws Problem 404 for an order of another school, 422 for a list that the school does not see, 409 `order.state-refused` */
  execute(
    caller: Caller,
    id: PurchaseOrderId,
    input: BibliographyLinesAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const bibliographyId = input.bibliographyId as BibliographyId;
    return this.once.run(request, 201, async (tx): Promise<BibliographyLinesAdded> => {
      const order = await draftOf(tx, caller, id);
      const orders = tx.use(OrdersRepository);
      await orders.oneAtATime(order.schoolId);
      await this.wanting.nameOf(bibliographyId, order.schoolId).catch(() => {
        throw unknownReference('/bibliographyId');
      });
      const asked = input.places === undefined ? null : new Set(input.places);
      const entries = (await orders.wantingOf(bibliographyId, order.schoolId)).filter(
        ({ place }) => asked === null || asked.has(place),
      );
      const ids = entries.flatMap(({ standing, reviewId }) =>
        standing === 'wanting' && reviewId !== null ? [reviewId as SuitabilityReviewId] : [],
      );
      // They stand as they are to the end of the transaction, and each work comes once.
      const reviews = await tx.use(SuitabilityReviewsRepository).ofSchool(order.schoolId, ids);
      const standing = [...new Set(ids)].filter((reviewId) => reviews.get(reviewId)?.retracted === null);
      const priceOf = new Map(entries.map(({ reviewId, priceFen }) => [reviewId, priceFen]));
      await orders.addLines(
        standing.map((reviewId, at) => ({
          orderId: id,
          number: order.nextLine + at,
          reviewId,
          kind: 'book',
          quantity: input.quantity,
          unitPriceFen: input.unitPriceFen ?? priceOf.get(reviewId) ?? 0,
          duplicateReason: null,
          arriving: 0,
          accepted: 0,
          settled: 0,
        })),
      );
      await orders.change({
        ...order,
        version: order.version + 1,
        nextLine: order.nextLine + standing.length,
      });
      return {
        added: standing.length,
        left: entries
          .filter((entry) => entry.standing !== 'wanting')
          .map(({ place, name, standing: why }) => ({ place, name, standing: why })),
      };
    });
  }
}
