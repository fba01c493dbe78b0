import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays, weekdayOf, yearOf } from './day.js';

export type Term = { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay };

/** The closed days of one calendar year, weekends included; `holidaysKnown` false: the state has not published them. */
export type ClosedDays = { readonly closedOn: ReadonlySet<string>; readonly holidaysKnown: boolean };

/** What is known of the days of one school. */
export type SchoolCalendar = {
  readonly terms: readonly Term[];
  readonly years: ReadonlyMap<number, ClosedDays>;
};

/** Longer than any closing of a school; a search that finds no open day in it ends where it began. */
const LONGEST_CLOSING = 200;

/** Without a known year weekends are closed (decision 20). */
export function isOpen(calendar: SchoolCalendar, day: CalendarDay): boolean {
  const year = calendar.years.get(yearOf(day));
  return year === undefined ? weekdayOf(day) <= 5 : !year.closedOn.has(day);
}

/** The day itself or the next open one. */
export function openDayFrom(calendar: SchoolCalendar, day: CalendarDay): CalendarDay {
  for (let at = day, steps = 0; steps <= LONGEST_CLOSING; at = plusDays(at, 1), steps += 1)
    if (isOpen(calendar, at)) return at;
  return day;
}

/** The day itself or the last open one before it, but none before `notBefore`; null when there is none. */
export function openDayUpTo(
  calendar: SchoolCalendar,
  day: CalendarDay,
  notBefore: CalendarDay,
): CalendarDay | null {
  for (let at = day; at >= notBefore; at = plusDays(at, -1)) if (isOpen(calendar, at)) return at;
  return null;
}

/** The term a day lies in. */
export const termOf = (calendar: SchoolCalendar, day: CalendarDay): Term | null =>
  calendar.terms.find((term) => term.startsOn <= day && day <= term.endsOn) ?? null;

/** Whether the school has said anything about terms from this day on; in vacations only the next one is known. */
export const termsAreKnown = (calendar: SchoolCalendar, day: CalendarDay): boolean =>
  calendar.terms.some((term) => term.endsOn >= day);
