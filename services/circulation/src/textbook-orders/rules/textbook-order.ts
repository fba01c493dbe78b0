import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

/** The way of a round: wishes come in, figures are confirmed, then reported to the county office (CIR-078). */
export const ORDER_STATUSES = ['open', 'confirmed', 'reported', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
/** Who is asked: grade departments 年级部, lesson-preparation groups 备课组, other offices. */
export const WISHING_GROUPS = ['grade-department', 'lesson-group', 'office'] as const;
export type WishingGroup = (typeof WISHING_GROUPS)[number];

export type TextbookOrder = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly termId: string;
  readonly name: string;
  readonly wishesUntil: CalendarDay;
  readonly status: OrderStatus;
  readonly confirmedOn: CalendarDay | null;
  readonly reportedOn: CalendarDay | null;
  readonly officeNote: string | null;
  readonly version: number;
};

export const ORDER_STEPS = ['confirm', 'reopen', 'report', 'send-back', 'cancel'] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

const ways: Readonly<Record<OrderStep, Readonly<Partial<Record<OrderStatus, OrderStatus>>>>> = {
  confirm: { open: 'confirmed' },
  reopen: { confirmed: 'open' },
  report: { confirmed: 'reported' },
  'send-back': { reported: 'confirmed' },
  cancel: { open: 'cancelled', confirmed: 'cancelled' },
};
/** Where a step leads; null: it cannot be taken now. */
export const afterStep = (step: OrderStep, status: OrderStatus): OrderStatus | null =>
  ways[step][status] ?? null;

/** A textbook in the survey of a round. */
export type Surveyed = {
  readonly textbookId: string;
  /** By the list of the term and the class lists. */
  readonly needed: number;
  /** By grade departments, groups and offices, beside it. */
  readonly wished: number;
  readonly onHand: number;
  /** Expected of suppliers already. */
  readonly coming: number;
};
/** What there is not enough of. */
export const proposed = ({ needed, wished, onHand, coming }: Surveyed): number =>
  Math.max(0, needed + wished - onHand - coming);

/** What is ordered: as proposed, or as somebody decided otherwise. */
export const decided = (
  survey: readonly Surveyed[],
  otherwise: ReadonlyMap<string, number>,
): (Surveyed & { readonly quantity: number })[] => {
  const known = new Set(survey.map(({ textbookId }) => textbookId));
  const added = [...otherwise.keys()]
    .filter((textbookId) => !known.has(textbookId))
    .map((textbookId): Surveyed => ({ textbookId, needed: 0, wished: 0, onHand: 0, coming: 0 }));
  return [...survey, ...added]
    .map((line) => ({ ...line, quantity: otherwise.get(line.textbookId) ?? proposed(line) }))
    .filter(({ quantity }) => quantity > 0);
};
