import type { CalendarDay, DeliveryId, PurchaseOrderId, SchoolId } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import type { CopyKind } from '@shulian/contracts/words';
import type { OrderStatus } from '../../orders/rules/order.js';
import { deny, type BuyingRefusal } from '../../selection/rules/refusal.js';
import { isSameWork, type SuitabilityReview, type Work } from '../../selection/rules/suitability.js';

/** What somebody says who checks it in. */
export const SAID_SOURCES = ['order', 'field-purchase', 'donation'] as const;
/** What pupils bought comes by its approval; what the county office bought by the order that it is a share of. */
export const DELIVERY_SOURCES = [...SAID_SOURCES, 'pupil-purchase', 'central-purchase'] as const;
export type DeliverySource = (typeof DELIVERY_SOURCES)[number];
export const DELIVERY_STATUSES = ['checking', 'accepted', 'sent-back'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What came on a day. Nothing of it is in the registers before it is accepted (P-22). */
export type Delivery = {
  readonly id: DeliveryId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly source: DeliverySource;
  readonly orderId: PurchaseOrderId | null;
  readonly origin: string | null;
  readonly campaign: string | null;
  readonly documentNumber: string | null;
  readonly arrivedOn: CalendarDay;
  readonly remark: string | null;
  readonly status: DeliveryStatus;
  readonly recordedBy: string;
  readonly settledOn: CalendarDay | null;
  readonly settledBy: string | null;
  readonly reason: string | null;
  readonly firstAccessionNumber: number | null;
  readonly lastAccessionNumber: number | null;
};

/** How volumes of one work were found: only what was received in order becomes copies. */
export type DeliveryLine = {
  readonly number: number;
  readonly orderLine: number | null;
  readonly reviewId: SuitabilityReview['id'];
  readonly kind: CopyKind;
  readonly unitPriceFen: number;
  readonly received: number;
  readonly short: number;
  readonly damaged: number;
  readonly wrong: number;
  readonly remark: string | null;
};

/** What is known of a line that came in. */
export type CheckedLine = {
  readonly orderLine: number | null;
  readonly review: SuitabilityReview;
  readonly received: number;
  /** Ordered, and neither arriving nor accepted; null where nothing was ordered. */
  readonly outstanding: number | null;
};

type SuitabilityCode = 'order.review-unsuitable' | 'order.review-retracted';
type DeliveryCode =
  'delivery.order-not-approved' | 'delivery.more-than-ordered' | 'delivery.too-large' | SuitabilityCode;

/** What came in order, and must not come in: found unsuitable, or a review that was taken back. */
export const suitabilityRefusals = (
  lines: readonly Pick<CheckedLine, 'review' | 'received'>[],
): readonly BuyingRefusal<SuitabilityCode>[] =>
  lines.flatMap(({ review, received }, line) =>
    received === 0
      ? []
      : [
          ...(review.verdict === 'unsuitable' ? [deny('order.review-unsuitable', { line })] : []),
          ...(review.retracted === null ? [] : [deny('order.review-retracted', { line })]),
        ],
  );

/** Why what came cannot be checked in, all reasons at once. */
export const deliveryRefusals = (
  orderStatus: OrderStatus | null,
  lines: readonly CheckedLine[],
): readonly BuyingRefusal<DeliveryCode>[] => {
  const volumes = lines.reduce((sum, { received }) => sum + received, 0);
  const most = limits.volumesOfDelivery;
  const soFar = new Map<number, number>();
  return [
    ...(orderStatus !== null && orderStatus !== 'approved'
      ? [deny('delivery.order-not-approved', { status: orderStatus })]
      : []),
    ...(volumes > most ? [deny('delivery.too-large', { volumes, most })] : []),
    ...lines.flatMap(({ orderLine, received, outstanding }, line) => {
      if (orderLine === null || outstanding === null) return [];
      const before = soFar.get(orderLine) ?? 0;
      soFar.set(orderLine, before + received);
      const left = Math.max(0, outstanding - before);
      return received > left ? [deny('delivery.more-than-ordered', { line, outstanding: left })] : [];
    }),
    ...suitabilityRefusals(lines),
  ];
};

/** The delivery after it was settled one way or the other; null: it was already. */
export const settled = (
  delivery: Delivery,
  how: {
    readonly status: 'accepted' | 'sent-back';
    readonly on: CalendarDay;
    readonly by: string;
    readonly reason: string | null;
    readonly numbers: { readonly first: number; readonly last: number } | null;
  },
): Delivery | null =>
  delivery.status === 'checking'
    ? {
        ...delivery,
        version: delivery.version + 1,
        status: how.status,
        settledOn: how.on,
        settledBy: how.by,
        reason: how.reason,
        firstAccessionNumber: how.numbers?.first ?? null,
        lastAccessionNumber: how.numbers?.last ?? null,
      }
    : null;

/** Works that are no titles yet, each once, and which of them each line means. */
export const newWorks = <Line extends { readonly work: Work }>(
  lines: readonly Line[],
): { readonly works: readonly Work[]; readonly placeOf: ReadonlyMap<Line, number> } => {
  const works: Work[] = [];
  const placeOf = new Map<Line, number>();
  for (const line of lines) {
    if (line.work.titleId !== null) continue;
    const known = works.findIndex((work) => isSameWork(work, line.work));
    placeOf.set(line, known === -1 ? works.push(line.work) - 1 : known);
  }
  return { works, placeOf };
};

/** Where a line's copies begin among the numbers that one acceptance took, in the order of the lines. */
export const firstNumbers = (
  first: number,
  lines: readonly { readonly received: number }[],
): readonly (number | null)[] => {
  let next = first;
  return lines.map(({ received }) => {
    const own = received === 0 ? null : next;
    next += received;
    return own;
  });
};
