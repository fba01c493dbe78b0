import type { CalendarDay, SchoolId, TermId } from '@shulian/contracts/ids';

/** 学期; both days belong to it. */
export type TermDays = {
  readonly name: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
};
export type Term = TermDays & { readonly id: TermId; readonly schoolId: SchoolId; readonly version: number };

type Span = Pick<TermDays, 'startsOn' | 'endsOn'>;

/** A term lasts at least a day and at most a school year; a longer one is a slip of the pen. */
export const isTermSpan = ({ startsOn, endsOn }: Span): boolean =>
  startsOn <= endsOn && endsOn < `${Number(startsOn.slice(0, 4)) + 1}${startsOn.slice(4)}`;

/** Whether the spans have a day in common. */
export const overlap = (one: Span, other: Span): boolean =>
  one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;

/** The calendar years in which the term has days. */
export function yearsOf({ startsOn, endsOn }: Span): number[] {
  const [first, last] = [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
