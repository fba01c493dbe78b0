import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays, weekdayOf } from '@shulian/lending-rules/calendar/day';

/** The Monday of the week of a day. */
export const mondayOf = (day: CalendarDay): CalendarDay => plusDays(day, 1 - weekdayOf(day));

/** The week that is meant: that of the day, or the last one that is over. */
export const weekAsked = (of: string | undefined, today: CalendarDay): CalendarDay =>
  of === undefined ? plusDays(mondayOf(today), -7) : mondayOf(of as CalendarDay);
