import { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from '@shulian/contracts/ids';
import { vacationsOf, type TermDays } from './term.js';

/** The nation's days off in a year, and weekend days that are worked to make up for them. */
export type NationalYear = {
  readonly holidays: ReadonlySet<CalendarDay>;
  readonly makeUpWorkdays: ReadonlySet<CalendarDay>;
  /** False: the State Council's notice of the year is not out, and these are only the days the law itself names. */
  readonly published: boolean;
};

/** A day on which the school differs from the nation: closed for a sports meeting, open on a Saturday. */
export type SchoolDay = {
  readonly on: CalendarDay;
  readonly state: 'open' | 'closed';
  readonly note: string | null;
};

export type ResolvedCalendar = {
  readonly year: number;
  /** Every closed day of the year, ascending. */
  readonly closedOn: readonly CalendarDay[];
  /** False: the year's notice is not published yet, so make-up workdays and bridged days are missing. */
  readonly holidaysKnown: boolean;
};

/**
 * The closed days of a calendar year. The school's own word counts most, then its vacations, then make-up workdays and
 * holidays of the nation, then weekends.
 */
export function resolvedCalendar(
  year: number,
  national: NationalYear,
  schoolDays: readonly SchoolDay[],
  terms: readonly Pick<TermDays, 'startsOn' | 'endsOn'>[],
): ResolvedCalendar {
  const own = new Map(schoolDays.map(({ on, state }) => [on, state]));
  const vacations = vacationsOf(terms);
  const closedOn = daysOf(year).filter(({ on, weekday }) => {
    const said = own.get(on);
    if (said !== undefined) return said === 'closed';
    if (vacations.some(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn)) return true;
    return !national.makeUpWorkdays.has(on) && (national.holidays.has(on) || weekday === 0 || weekday === 6);
  });
  return { year, closedOn: closedOn.map(({ on }) => on), holidaysKnown: national.published };
}

const DAY_MS = 86_400_000;

/** Every day of a year; `weekday` 0 Sunday … 6 Saturday. Reckoned in UTC, where all days have 24 hours. */
export function daysOf(year: number): { readonly on: CalendarDay; readonly weekday: number }[] {
  const days = [];
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += DAY_MS) {
    const day = new Date(ms);
    days.push({ on: day.toISOString().slice(0, 10) as CalendarDay, weekday: day.getUTCDay() });
  }
  return days;
}

/** Whether two resolutions of a year say the same. */
export const sameCalendar = (one: ResolvedCalendar, other: ResolvedCalendar): boolean =>
  one.year === other.year &&
  one.holidaysKnown === other.holidaysKnown &&
  one.closedOn.length === other.closedOn.length &&
  one.closedOn.every((day, at) => day === other.closedOn[at]);

/** Whether the text names a day that exists, from 1900 to 2999. */
export function isCalendarDay(text: string): boolean {
  const isWritten = /^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text);
  if (!isWritten) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
