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

/** Longer than any vacation: two terms further apart have one between them that nobody has recorded yet. */
const LONGEST_VACATION_DAYS = 100;
const DAY_MS = 86_400_000;

/** The days between one term and the next, first and last included. */
export function vacationsOf(terms: readonly Span[]): Span[] {
  const inOrder = [...terms].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return inOrder.slice(1).flatMap((next, at) => {
    const before = inOrder[at];
    if (before === undefined) return [];
    const [first, last] = [dayAfter(before.endsOn, 1), dayAfter(next.startsOn, -1)];
    const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
    return days >= 1 && days <= LONGEST_VACATION_DAYS ? [{ startsOn: first, endsOn: last }] : [];
  });
}

const dayAfter = (day: CalendarDay, days: number): CalendarDay =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDay;

/** A loan may last a thousand days (the policies allow no more): the years in which one of today can be due. */
const YEARS_AHEAD = 3;

/**
 * The calendar years a school tells others of: those in which something lent now may be due, those its terms touch,
 * and those it has told of before. Also a school without terms has them: the nation's calendar is its own.
 */
export const yearsToTell = (
  thisYear: number,
  terms: readonly Span[],
  toldBefore: readonly number[],
): number[] =>
  [
    ...new Set([
      ...Array.from({ length: YEARS_AHEAD + 1 }, (_, at) => thisYear + at),
      ...terms.flatMap(yearsOf),
      ...toldBefore,
    ]),
  ].sort((one, other) => one - other);
