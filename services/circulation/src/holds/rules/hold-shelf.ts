import { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from '@shulian/contracts/ids';

/**
 * The last day a copy is kept for a reader: so many calendar days from the day it became ready, moved on to the next
 * day the school is open, because nobody can pick up at a closed desk.
 */
export const pickUpByOn = (
  readyOn: CalendarDay,
  shelfDays: number,
  openDayFrom: (day: CalendarDay) => CalendarDay,
): CalendarDay =>
  openDayFrom(Temporal.PlainDate.from(readyOn).add({ days: shelfDays }).toString() as CalendarDay);

/** A hold expires on the day after its last day. */
export const isExpired = (pickUpBy: CalendarDay, today: CalendarDay): boolean => pickUpBy < today;
