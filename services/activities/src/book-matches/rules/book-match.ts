import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

export const OCCASIONS = ['asked-for', 'subject', 'grade-band', 'reads-little', 'other'] as const;
/** Why books are brought to somebody: asked for, taught, of that age, hardly reads. */
export type Occasion = (typeof OCCASIONS)[number];

/** 为人找书、为书找人: titles for readers who need them. */
export type BookMatch = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly occasion: Occasion;
  readonly subject: string | null;
  readonly words: string | null;
  readonly titleIds: readonly string[];
  readonly sentOn: CalendarDay;
};
export type MatchedReader = { readonly readerId: string; readonly classId: string | null };

/** Those who borrowed least, fewest first; where two borrowed as much, by id, so that a repetition finds the same. */
export const fewestFirst = <Reader extends MatchedReader & { readonly loans: number }>(
  readers: readonly Reader[],
  most: number,
): Reader[] =>
  [...readers]
    .sort((one, other) => one.loans - other.loans || (one.readerId < other.readerId ? -1 : 1))
    .slice(0, most);
