import { Injectable } from '@nestjs/common';
import {
  conflict,
  OncePerKey,
  Problem,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { PurchaseOrderId, SuitabilityReviewId } from '@shulian/contracts/ids';
import { SuitabilityReviewsRepository } from '../selection/suitability-reviews.repository.js';
import type { OrderLineAsked, OrderView } from './orders.http.js';
import { OrdersRepository } from './orders.repository.js';
import { lineRefusals, type ProposedLine, type PurchaseOrder } from './rules/order.js';

/** What stands on a draft: lines are added, all of a call or none, or taken out. */
@Injectable()
export class ChangeLines {
  constructor(private readonly once: OncePerKey) {}

  /**
   * @throws Refused 409 `order.lines-refused` with the reasons of each line; Problem 404 for an order of another school,
   * 422 for reviews that the school does not have, 409 `order.state-refused`
   */
  add(
    caller: Caller,
    id: PurchaseOrderId,
    input: readonly OrderLineAsked[],
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 201, async (tx): Promise<OrderView> => {
      const order = await draftOf(tx, caller, id);
      const orders = tx.use(OrdersRepository);
      await orders.oneAtATime(order.schoolId);
      const proposed = await proposedLines(tx, order, input);
      const refusals = lineRefusals(proposed);
      if (refusals.length > 0) throw new Refused('order.lines-refused', refusals);
      await orders.addLines(
        proposed.map(({ review, quantity, duplicateReason }, at) => ({
          orderId: id,
          number: order.nextLine + at,
          reviewId: review.id,
          kind: input[at]?.kind ?? 'book',
          quantity,
          unitPriceFen: input[at]?.unitPriceFen ?? 0,
          duplicateReason,
          arriving: 0,
          accepted: 0,
          settled: 0,
        })),
      );
      await orders.change({
        ...order,
        version: order.version + 1,
        nextLine: order.nextLine + proposed.length,
      });
      return orders.view(id);
    });
  }

  /** @throws Problem 404 for an order of another school or a line that is not there, 409 `order.state-refused` */
  remove(caller: Caller, id: PurchaseOrderId, number: number, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx): Promise<OrderView> => {
      const order = await draftOf(tx, caller, id);
      const orders = tx.use(OrdersRepository);
      if (!(await orders.removeLine(id, number))) throw unknownThing();
      await orders.change({ ...order, version: order.version + 1 });
      return orders.view(id);
    });
  }
}

/** A draft, locked. */
export const draftOf = async (tx: Tx, caller: Caller, id: PurchaseOrderId): Promise<PurchaseOrder> => {
  const order = await tx.use(OrdersRepository).locked(id);
  if (order === null || !caller.mayWorkAt(order.schoolId)) throw unknownThing();
  if (order.status !== 'draft') throw conflict('order.state-refused');
  return order;
};

const proposedLines = async (
  tx: Tx,
  { schoolId }: PurchaseOrder,
  input: readonly OrderLineAsked[],
): Promise<ProposedLine[]> => {
  const ids = input.map(({ reviewId }) => reviewId as SuitabilityReviewId);
  const reviews = await tx.use(SuitabilityReviewsRepository).ofSchool(schoolId, ids);
  const errors = ids.flatMap((reviewId, at) =>
    reviews.has(reviewId) ? [] : [{ pointer: `/items/${String(at)}/reviewId`, code: 'unknown' }],
  );
  if (errors.length > 0) throw new Problem(422, 'request.unknown-reference', { errors });
  const had = await tx.use(OrdersRepository).had(schoolId, ids);
  return input.flatMap(({ reviewId, quantity, duplicateReason }) => {
    const review = reviews.get(reviewId);
    if (review === undefined) return [];
    const { held, onOrder } = had.get(reviewId) ?? { held: 0, onOrder: 0 };
    return [{ review, quantity, duplicateReason: duplicateReason ?? null, held, onOrder }];
  });
};
