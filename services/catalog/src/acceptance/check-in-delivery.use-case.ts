import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  Problem,
  Refused,
  unknownReference,
  type Answer,
  type BodyError,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type {
  CalendarDay,
  DeliveryId,
  PurchaseOrderId,
  SchoolId,
  SuitabilityReviewId,
} from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { OrdersRepository } from '../orders/orders.repository.js';
import type { OrderLine } from '../orders/rules/order.js';
import { SuitabilityReviewsRepository } from '../selection/suitability-reviews.repository.js';
import type { DeliveryAsked, DeliveryLineAsked } from './deliveries.http.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import {
  deliveryRefusals,
  type CheckedLine,
  type DeliveryLine,
  type DeliverySource,
} from './rules/delivery.js';

/** What came is looked at, line by line; nothing of it is in the registers yet. */
@Injectable()
export class CheckInDelivery {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refused 409 `delivery.refused`; Problem 400 for what its source needs, 422 for an order, lines or reviews that
   * the school does not have
   */
  async execute(
    input: DeliveryAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const source = input.source ?? 'order';
    const today = this.clock.today();
    const arrivedOn = (input.arrivedOn ?? today) as CalendarDay;
    const errors = faultsIn(input, source);
    if (arrivedOn > today) errors.push({ pointer: '/arrivedOn', code: 'in-the-future' });
    if (errors.length > 0) throw invalid(...errors);
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const orderId = (input.orderId ?? null) as PurchaseOrderId | null;

    return this.once.run(request, 201, async (tx) => {
      const orders = tx.use(OrdersRepository);
      const order = orderId === null ? null : await orders.locked(orderId);
      if (orderId !== null && order?.schoolId !== schoolId) throw unknownReference('/orderId');
      const ordered = orderId === null ? new Map() : await orders.linesOf(orderId, numbersIn(input));
      const { lines, checked } = await checkedLines(tx, schoolId, input.items, ordered);
      const refusals = deliveryRefusals(order?.status ?? null, checked);
      if (refusals.length > 0) throw new Refused('delivery.refused', refusals);

      const id = newId<DeliveryId>();
      await tx.use(DeliveriesRepository).add(
        {
          id,
          version: 1,
          schoolId,
          source: order === null || order.centralPurchaseId === null ? source : 'central-purchase',
          orderId,
          origin: input.origin ?? null,
          campaign: input.campaign ?? null,
          documentNumber: input.documentNumber ?? null,
          arrivedOn,
          remark: input.remark ?? null,
          status: 'checking',
          recordedBy: by,
          settledOn: null,
          settledBy: null,
          reason: null,
          firstAccessionNumber: null,
          lastAccessionNumber: null,
        },
        lines,
      );
      if (orderId !== null) await orders.arrive(orderId, volumesOf(lines));
      return tx.use(DeliveriesRepository).view(id);
    });
  }
}

/** What was received of each line of the order. */
export const volumesOf = (
  lines: readonly Pick<DeliveryLine, 'orderLine' | 'received'>[],
): { readonly number: number; readonly volumes: number }[] =>
  lines.flatMap(({ orderLine, received }) =>
    orderLine === null ? [] : [{ number: orderLine, volumes: received }],
  );

const numbersIn = ({ items }: DeliveryAsked): number[] => items.flatMap(({ orderLine }) => orderLine ?? []);

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;

/** What each source needs, and what has no place in it. */
const faultsIn = (input: DeliveryAsked, source: DeliverySource): BodyError[] => {
  const isOrder = source === 'order';
  const needed = (pointer: string, value: unknown): BodyError[] =>
    isSaid(value) ? [] : [{ pointer, code: 'is-defined' }];
  const notHere = (pointer: string, value: unknown): BodyError[] =>
    isSaid(value) ? [{ pointer, code: 'not-of-this-source' }] : [];
  return [
    ...(isOrder ? needed : notHere)('/orderId', input.orderId),
    ...(isOrder ? notHere : needed)('/origin', input.origin),
    ...(source === 'donation' ? [] : notHere('/campaign', input.campaign)),
    ...(source === 'field-purchase' ? needed('/documentNumber', input.documentNumber) : []),
    ...input.items.flatMap(({ orderLine, reviewId, unitPriceFen }, at) => {
      const place = `/items/${String(at)}`;
      return [
        ...(isOrder ? needed : notHere)(`${place}/orderLine`, orderLine),
        ...(isOrder ? notHere : needed)(`${place}/reviewId`, reviewId),
        ...(source === 'field-purchase' ? needed(`${place}/unitPriceFen`, unitPriceFen) : []),
      ];
    }),
  ];
};

const checkedLines = async (
  tx: Tx,
  schoolId: SchoolId,
  items: readonly DeliveryLineAsked[],
  ordered: ReadonlyMap<number, OrderLine>,
): Promise<{ readonly lines: DeliveryLine[]; readonly checked: CheckedLine[] }> => {
  const lineOf = ({ orderLine }: DeliveryLineAsked): OrderLine | null =>
    typeof orderLine === 'number' ? (ordered.get(orderLine) ?? null) : null;
  const ids = items.map((item) => (lineOf(item)?.reviewId ?? item.reviewId) as SuitabilityReviewId);
  const reviews = await tx.use(SuitabilityReviewsRepository).ofSchool(
    schoolId,
    ids.filter((id) => isSaid(id)),
  );
  const unknown: BodyError[] = [];
  const lines: DeliveryLine[] = [];
  const checked: CheckedLine[] = [];
  for (const [at, item] of items.entries()) {
    const line = lineOf(item);
    const review = reviews.get(ids[at] ?? '');
    if (review === undefined) {
      const field = isSaid(item.orderLine) ? 'orderLine' : 'reviewId';
      unknown.push({ pointer: `/items/${String(at)}/${field}`, code: 'unknown' });
      continue;
    }
    lines.push({
      number: at + 1,
      orderLine: line?.number ?? null,
      reviewId: review.id,
      kind: item.kind ?? line?.kind ?? 'book',
      unitPriceFen: item.unitPriceFen ?? line?.unitPriceFen ?? 0,
      received: item.received,
      short: item.short ?? 0,
      damaged: item.damaged ?? 0,
      wrong: item.wrong ?? 0,
      remark: item.remark ?? null,
    });
    checked.push({
      orderLine: line?.number ?? null,
      review,
      received: item.received,
      outstanding: line === null ? null : line.quantity - line.arriving - line.accepted - line.settled,
    });
  }
  if (unknown.length > 0) throw new Problem(422, 'request.unknown-reference', { errors: unknown });
  return { lines, checked };
};
