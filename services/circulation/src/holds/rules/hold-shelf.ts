import type { CalendarDay } from '@shulian/contracts/ids';
import {
  openDayAfter,
  openDayFrom,
  type SchoolCalendar,
} from '@shulian/lending-rules/calendar/school-calendar';
import type { Hold } from './hold.js';

/**
 * The last day a copy is kept for a reader: so many open days of the pickup school after the day it became ready, because
 * nobody can pick up at a closed desk (decision 46).
 */
export const pickUpByOn = (readyOn: CalendarDay, shelfDays: number, calendar: SchoolCalendar): CalendarDay =>
  openDayAfter(calendar, readyOn, shelfDays);

/** The hold after the calendar of the school changed: kept to an open day, for the open days promised; never shorter. */
export function keptLonger(hold: Hold, calendar: SchoolCalendar): Hold {
  if (hold.state.is !== 'ready') return hold;
  const { readyOn, shelfDays, pickUpByOn: before } = hold.state;
  const promised = shelfDays === null ? before : pickUpByOn(readyOn, shelfDays, calendar);
  const until = openDayFrom(calendar, promised > before ? promised : before);
  return until === before ? hold : { ...hold, state: { ...hold.state, pickUpByOn: until } };
}

/** A hold expires on the day after its last day. */
export const isExpired = (pickUpBy: CalendarDay, today: CalendarDay): boolean => pickUpBy < today;
