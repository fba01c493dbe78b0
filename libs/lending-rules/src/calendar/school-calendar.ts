import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays, weekdayOf, yearOf } from './day.js';

export type Term = { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay };

/** The closed days of one calendar year, weekends and vacations included; `holidaysKnown` false: the state has not published them. */
export type ClosedDays = { readonly closedOn: ReadonlySet<string>; readonly holidaysKnown: boolean };

/** What is known of the days of one school. */
export type SchoolCalendar = {
  readonly terms: readonly Term[];
  readonly years: ReadonlyMap<number, ClosedDays>;
};

/** Longer than any closing of a school; a search that finds no open day in it ends where it began. */
const LONGEST_CLOSING = 400;

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

/** The n-th open day after the day: numbers for people count days on which the door was open (decision 46). */
export function openDayAfter(calendar: SchoolCalendar, day: CalendarDay, n: number): CalendarDay {
  let at = day;
  for (let passed = 0; passed < n; passed += 1) at = openDayFrom(calendar, plusDays(at, 1));
  return at;
}

/** How many days lie after the first, up to and including the second, on which both schools are open; 0 when that is not later. */
export function openDaysAfter(
  calendar: SchoolCalendar,
  day: CalendarDay,
  upTo: CalendarDay,
  other: SchoolCalendar = calendar,
): number {
  let open = 0;
  for (let at = plusDays(day, 1); at <= upTo; at = plusDays(at, 1))
    if (isOpen(calendar, at) && isOpen(other, at)) open += 1;
  return open;
}

/** The term a day lies in. */
export const termOf = (calendar: SchoolCalendar, day: CalendarDay): Term | null =>
  calendar.terms.find((term) => term.startsOn <= day && day <= term.endsOn) ?? null;

/** The first term that still has an open day, on this day or later; null when none is recorded. */
export const termFrom = (calendar: SchoolCalendar, day: CalendarDay): Term | null =>
  [...calendar.terms]
    .sort((one, other) => (one.endsOn < other.endsOn ? -1 : 1))
    .find(
      ({ startsOn, endsOn }) =>
        day <= endsOn && openDayUpTo(calendar, endsOn, day < startsOn ? startsOn : day) !== null,
    ) ?? null;

/** The school has terms, and the day lies after the last of them: nobody has said yet when the next begins. */
export const isAfterLastTerm = (calendar: SchoolCalendar, day: CalendarDay): boolean =>
  calendar.terms.length > 0 && calendar.terms.every((term) => term.endsOn < day);
