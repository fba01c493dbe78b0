import type {
  CalendarDay,
  CentralPurchaseId,
  PurchaseOrderId,
  SchoolId,
  VendorId,
} from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/contracts/words';
import { askWhy, deny, type BuyingRefusal } from '../../selection/rules/refusal.js';
import { isSameWork, type SuitabilityReview } from '../../selection/rules/suitability.js';

export const ORDER_STATUSES = ['draft', 'submitted', 'refused', 'approved', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type OrderAction = 'submit' | 'approve' | 'refuse' | 'revise' | 'cancel';

/** What was counted before a round: stock, what it lacks, and what is wished for. */
export type SurveyFigures = {
  readonly takenOn: CalendarDay;
  readonly pupils: number;
  readonly volumes: number;
  /** Volumes that the standard wants. */
  readonly required: number;
  readonly classes: readonly { readonly mainClass: string; readonly volumes: number }[];
  readonly gaps: readonly {
    readonly name: string;
    readonly audience: string;
    readonly target: number;
    readonly held: number;
    readonly gap: number;
  }[];
  /** 500 where there are more. */
  readonly openWishes: number;
  /** Those with the most votes. */
  readonly wishes: readonly {
    readonly name: string;
    readonly course: string | null;
    readonly neededOn: string | null;
    readonly votes: number;
  }[];
};

/** One round of buying with one vendor. */
export type PurchaseOrder = {
  readonly id: PurchaseOrderId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly vendorId: VendorId | null;
  /** What was found out about stock and readers before the round (CAT-005). */
  readonly survey: string | null;
  /** Null in orders that are older, and in shares of what the county office bought. */
  readonly surveyFigures: SurveyFigures | null;
  readonly status: OrderStatus;
  readonly createdOn: CalendarDay;
  readonly nextLine: number;
  /** It is a share of what the county office bought, and changed there. */
  readonly centralPurchaseId: CentralPurchaseId | null;
};

/** What is ordered is what was reviewed. `arriving`: in deliveries that are looked at now; `accepted`: in the registers. */
export type OrderLine = {
  readonly orderId: PurchaseOrderId;
  readonly number: number;
  readonly reviewId: SuitabilityReview['id'];
  readonly kind: CopyKind;
  readonly quantity: number;
  readonly unitPriceFen: number;
  readonly duplicateReason: string | null;
  readonly arriving: number;
  readonly accepted: number;
  /** Settled with money by the vendor: they will not come. */
  readonly settled: number;
};

const AFTER: Readonly<Record<OrderAction, Readonly<Partial<Record<OrderStatus, OrderStatus>>>>> = {
  submit: { draft: 'submitted' },
  approve: { submitted: 'approved' },
  refuse: { submitted: 'refused' },
  revise: { submitted: 'draft', refused: 'draft', approved: 'draft' },
  cancel: { draft: 'cancelled', submitted: 'cancelled', refused: 'cancelled', approved: 'cancelled' },
};

/** The order after what was done with it; null: not in this state. */
export const moved = (order: PurchaseOrder, action: OrderAction): PurchaseOrder | null => {
  const status = AFTER[action][order.status];
  return status === undefined ? null : { ...order, status, version: order.version + 1 };
};

type MoveCode =
  | 'order.vendor-missing'
  | 'order.survey-missing'
  | 'order.empty'
  | 'order.own-submission'
  | 'order.review-retracted'
  | 'order.delivered-already'
  | 'order.delivery-open';
type LineCode =
  'order.review-unsuitable' | 'order.review-retracted' | 'order.duplicate-held' | 'order.duplicate-on-order';

/** What is known of an order when somebody does something with it. */
export type OrderFacts = {
  readonly order: PurchaseOrder;
  readonly lines: number;
  readonly retractedReviews: number;
  readonly fen: number;
  readonly arriving: number;
  readonly accepted: number;
  readonly submittedBy: string | null;
};

/** Why it cannot be done, all reasons at once; the state is another question. */
export const moveRefusals = (
  facts: OrderFacts,
  action: OrderAction,
  by: string,
): readonly BuyingRefusal<MoveCode>[] => {
  const { order, lines, retractedReviews, arriving, accepted, submittedBy } = facts;
  const toBeOrdered = action === 'submit' || action === 'approve';
  return [
    ...(action === 'submit' && order.vendorId === null ? [deny('order.vendor-missing')] : []),
    ...(action === 'submit' && order.survey === null ? [deny('order.survey-missing')] : []),
    ...(action === 'submit' && lines === 0 ? [deny('order.empty')] : []),
    ...((action === 'approve' || action === 'refuse') && submittedBy === by
      ? [deny('order.own-submission')]
      : []),
    ...(toBeOrdered && retractedReviews > 0
      ? [deny('order.review-retracted', { lines: retractedReviews })]
      : []),
    ...(action === 'revise' && arriving + accepted > 0
      ? [deny('order.delivered-already', { arriving, accepted })]
      : []),
    ...(action === 'cancel' && arriving > 0 ? [deny('order.delivery-open', { arriving })] : []),
  ];
};

/** A line that shall be added, with what the school has of the work already. */
export type ProposedLine = {
  readonly review: SuitabilityReview;
  readonly quantity: number;
  readonly duplicateReason: string | null;
  readonly held: number;
  readonly onOrder: number;
};

/**
 * Why lines cannot be added, each reason with the place of its line: found unsuitable, a review that was taken back, and
 * works that the school has, has on order, or names twice in this call without saying why (CAT-008).
 */
export const lineRefusals = (lines: readonly ProposedLine[]): readonly BuyingRefusal<LineCode>[] =>
  lines.flatMap(({ review, duplicateReason, held, onOrder }, line) => {
    const before = lines
      .slice(0, line)
      .filter((earlier) => isSameWork(earlier.review, review))
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const ordered = onOrder + before;
    return [
      ...(review.verdict === 'unsuitable' ? [deny('order.review-unsuitable', { line })] : []),
      ...(review.retracted === null ? [] : [deny('order.review-retracted', { line })]),
      ...(duplicateReason === null && held > 0
        ? [askWhy('order.duplicate-held', { line, copies: held })]
        : []),
      ...(duplicateReason === null && ordered > 0
        ? [askWhy('order.duplicate-on-order', { line, copies: ordered })]
        : []),
    ];
  });
