import { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from '@shulian/contracts/ids';

/** What the State Council's notice says of a year: days off, and weekend days that are worked to make up for them. */
export type NationalYear = {
  readonly holidays: ReadonlySet<CalendarDay>;
  readonly makeUpWorkdays: ReadonlySet<CalendarDay>;
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
  /** False: the year's holidays are not published yet, so only weekends and the school's own days count. */
  readonly holidaysKnown: boolean;
};

/**
 * The closed days of a calendar year. The school's own word counts most, then make-up workdays and holidays of the
 * nation, then weekends.
 * @param national null: not published yet
 */
export function resolvedCalendar(
  year: number,
  national: NationalYear | null,
  schoolDays: readonly SchoolDay[],
): ResolvedCalendar {
  const own = new Map(schoolDays.map(({ on, state }) => [on, state]));
  const closedOn: CalendarDay[] = [];
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  for (let day = first; day.year === year; day = day.add({ days: 1 })) {
    const on = day.toString() as CalendarDay;
    const closed = own.has(on)
      ? own.get(on) === 'closed'
      : national?.makeUpWorkdays.has(on) === true
        ? false
        : national?.holidays.has(on) === true || day.dayOfWeek >= 6;
    if (closed) closedOn.push(on);
  }
  return { year, closedOn, holidaysKnown: national !== null };
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
