import type { CalendarDay, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { MaterialKind } from '@shulian/contracts/words';

/** What happens to teaching material (CAT-091, 092). */
export const TEACHING_EVENTS = ['received', 'issued', 'recalled', 'lost'] as const;
export type TeachingEvent = (typeof TEACHING_EVENTS)[number];
export const HOLDER_KINDS = ['class', 'teacher', 'office'] as const;
export type HolderKind = (typeof HOLDER_KINDS)[number];
/** A class or a teacher by id, an office by its name. */
export type Holder = { readonly kind: HolderKind; readonly ref: string };

export type TeachingLine = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly titleId: TitleId;
  readonly termId: string;
  readonly what: TeachingEvent;
  /** Less than nothing in a counter-line. */
  readonly quantity: number;
  readonly holder: Holder | null;
  readonly onDay: CalendarDay;
  readonly note: string | null;
  readonly by: string;
  readonly counterOf: string | null;
};

const TEACHING_KINDS: readonly MaterialKind[] = [
  'teaching-book',
  'teaching-aid',
  'wall-chart',
  'textbook',
  'recyclable-textbook',
];
export const isTeachingMaterial = (kind: MaterialKind | null): boolean =>
  kind !== null && TEACHING_KINDS.includes(kind);

/** Whether somebody has to be named who has it: always for what goes out and comes back, for losses where it was out. */
export const holderFault = (what: TeachingEvent, holder: Holder | null): string | null => {
  if (what === 'received') return holder === null ? null : 'not-of-this-line';
  if (what === 'lost') return null;
  return holder === null ? 'is-defined' : null;
};

/** What a line does to what is on hand, and to what its holder has. */
export const effectOf = ({
  what,
  quantity,
  holder,
}: Pick<TeachingLine, 'what' | 'quantity' | 'holder'>): {
  readonly onHand: number;
  readonly held: number;
} => {
  switch (what) {
    case 'received':
      return { onHand: quantity, held: 0 };
    case 'issued':
      return { onHand: -quantity, held: quantity };
    case 'recalled':
      return { onHand: quantity, held: -quantity };
    case 'lost':
      return holder === null ? { onHand: -quantity, held: 0 } : { onHand: 0, held: -quantity };
  }
};

/** The line that takes another one back. */
export const counterLine = (
  line: TeachingLine,
  its: Pick<TeachingLine, 'id' | 'onDay' | 'by' | 'note'>,
): TeachingLine => ({ ...line, ...its, quantity: -line.quantity, counterOf: line.id });

export type StockChange = { readonly titleId: TitleId; readonly by: number };
export type HeldChange = StockChange & { readonly holder: Holder };
export type StockChanges = { readonly stock: readonly StockChange[]; readonly held: readonly HeldChange[] };

/** What lines do together: one change for each title, and for each title of a holder, in one order. */
export const changesOf = (
  lines: readonly Pick<TeachingLine, 'titleId' | 'what' | 'quantity' | 'holder'>[],
): StockChanges => ({
  stock: summed(
    lines.map((line) => ({ titleId: line.titleId, by: effectOf(line).onHand })),
    ({ titleId }) => titleId,
  ),
  held: summed(
    lines.flatMap((line) =>
      line.holder === null ? [] : [{ titleId: line.titleId, holder: line.holder, by: effectOf(line).held }],
    ),
    ({ titleId, holder }) => `${titleId} ${holder.kind} ${holder.ref}`,
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

/** What would fall below nothing: titles of which there are not so many on hand, holders who have not so many. */
export const shortagesOf = (
  { stock, held }: StockChanges,
  present: { onHand(titleId: TitleId): number; held(titleId: TitleId, holder: Holder): number },
): {
  readonly code: 'teaching-stock.not-enough' | 'teaching-stock.not-held';
  readonly titleId: TitleId;
}[] => [
  ...stock
    .filter(({ titleId, by }) => present.onHand(titleId) + by < 0)
    .map(({ titleId }) => ({ code: 'teaching-stock.not-enough', titleId }) as const),
  ...held
    .filter(({ titleId, holder, by }) => present.held(titleId, holder) + by < 0)
    .map(({ titleId }) => ({ code: 'teaching-stock.not-held', titleId }) as const),
];
