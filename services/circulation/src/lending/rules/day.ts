import { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from '@shulian/contracts/ids';

/** Calendar days are strings that compare as such; the arithmetic on them lives here. */
export const plusDays = (day: CalendarDay, days: number): CalendarDay =>
  Temporal.PlainDate.from(day).add({ days }).toString() as CalendarDay;

/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

export const yearOf = (day: CalendarDay): number => Number(day.slice(0, 4));

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: CalendarDay): number => Temporal.PlainDate.from(day).dayOfWeek;

export const earlierOf = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b);
