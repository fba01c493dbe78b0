import type { CalendarDay, Instant } from '@shulian/contracts/ids';

const DAY_MS = 86_400_000;
const midnight = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);

/**
 * Calendar days are strings that compare as such; the arithmetic on them lives here. It is done on midnights in UTC,
 * where every day has 24 hours.
 */
export const plusDays = (day: CalendarDay, days: number): CalendarDay =>
  new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDay;

export const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4));

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: CalendarDay): number => new Date(midnight(day)).getUTCDay() || 7;

export const earlierOf = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b);

/** The moment at the desk, and the zone whose wall clock counts. */
export type Moment = { readonly at: Instant; readonly on: CalendarDay; readonly zone: string };
