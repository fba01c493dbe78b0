import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

/** What happens to textbooks; `discarded` is worn out, or sent back to the supplier. */
export const TEXTBOOK_EVENTS = ['received', 'issued', 'returned', 'lost', 'discarded'] as const;
export type TextbookEvent = (typeof TEXTBOOK_EVENTS)[number];
/** On registration day, before the term begins, in between, to teach with, at the desk. */
export const OCCASIONS = ['registration', 'early', 'top-up', 'teaching', 'collection'] as const;
export type Occasion = (typeof OCCASIONS)[number];
export const HOLDER_KINDS = ['class', 'reader', 'group'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];
/** A class or a reader by id; a grade department, lesson group or office by its name. */
export type Holder = { readonly kind: HolderKind; readonly ref: string };

export type TextbookLine = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly textbookId: string;
  readonly termId: string;
  readonly what: TextbookEvent;
  readonly occasion: Occasion | null;
  /** Less than nothing in a counter-line. */
  readonly quantity: number;
  readonly holder: Holder | null;
  readonly onDay: CalendarDay;
  readonly note: string | null;
  readonly by: string;
  readonly documentId: string | null;
  readonly counterOf: string | null;
};

/** What is wrong with the holder of a line: needed for what goes out and comes back, for losses where it was out. */
export const holderFault = (what: TextbookEvent, holder: Holder | null): string | null => {
  if (what === 'received' || what === 'discarded') return holder === null ? null : 'not-of-this-line';
  if (what === 'lost') return null;
  return holder === null ? 'is-defined' : null;
};

type Moving = Pick<TextbookLine, 'textbookId' | 'what' | 'quantity' | 'holder'>;

/** What a line does to what is on hand, and to what its holder has. */
export const effectOf = ({
  what,
  quantity,
  holder,
}: Moving): { readonly onHand: number; readonly held: number } => {
  switch (what) {
    case 'received':
      return { onHand: quantity, held: 0 };
    case 'issued':
      return { onHand: -quantity, held: quantity };
    case 'returned':
      return { onHand: quantity, held: -quantity };
    case 'lost':
      return holder === null ? { onHand: -quantity, held: 0 } : { onHand: 0, held: -quantity };
    case 'discarded':
      return { onHand: -quantity, held: 0 };
  }
};

/** The line that takes another one back. */
export const counterLine = (
  line: TextbookLine,
  its: Pick<TextbookLine, 'id' | 'onDay' | 'by' | 'note'>,
): TextbookLine => ({ ...line, ...its, quantity: -line.quantity, counterOf: line.id });

export type StockChange = { readonly textbookId: string; readonly by: number };
export type HeldChange = StockChange & { readonly holder: Holder };
export type Changes = { readonly stock: readonly StockChange[]; readonly held: readonly HeldChange[] };

/** What lines do together: one change for each textbook, and for each textbook of a holder, in one order. */
export const changesOf = (lines: readonly Moving[]): Changes => ({
  stock: summed(
    lines.map((line) => ({ textbookId: line.textbookId, by: effectOf(line).onHand })),
    ({ textbookId }) => textbookId,
  ),
  held: summed(
    lines.flatMap((line) =>
      line.holder === null
        ? []
        : [{ textbookId: line.textbookId, holder: line.holder, by: effectOf(line).held }],
    ),
    ({ textbookId, holder }) => `${textbookId} ${holder.kind} ${holder.ref}`,
  ),
});

const summed = <Each extends StockChange>(
  changes: readonly Each[],
  keyOf: (change: Each) => string,
): Each[] => {
  const byKey = new Map<string, Each>();
  for (const change of changes) {
    const key = keyOf(change);
    byKey.set(key, { ...change, by: change.by + (byKey.get(key)?.by ?? 0) });
  }
  return [...byKey.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, change]) => change);
};

/** What there is, before lines are written. */
export type Present = {
  onHand(textbookId: string): number;
  held(textbookId: string, holder: Holder): number;
};

/** What would fall below nothing: textbooks of which there are not so many, holders who have not so many. */
export type Shortage = {
  readonly code: 'textbook-stock.not-enough' | 'textbook-stock.not-held';
  readonly textbookId: string;
  readonly there: number;
  readonly wanted: number;
};
export const shortagesOf = ({ stock, held }: Changes, present: Present): Shortage[] => [
  ...stock.flatMap(({ textbookId, by }) =>
    shortOf('textbook-stock.not-enough', textbookId, by, present.onHand(textbookId)),
  ),
  ...held.flatMap(({ textbookId, holder, by }) =>
    shortOf('textbook-stock.not-held', textbookId, by, present.held(textbookId, holder)),
  ),
];

const shortOf = (code: Shortage['code'], textbookId: string, by: number, there: number): Shortage[] =>
  there + by < 0 ? [{ code, textbookId, there, wanted: -by }] : [];
