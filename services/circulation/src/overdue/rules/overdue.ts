import type { CalendarDay } from '@shulian/contracts/ids';
import { isOpen, openDayAfter, type SchoolCalendar } from '@shulian/lending-rules/calendar/school-calendar';

/** The first day a loan is late: the next open one after its due day. */
export const overdueSince = (dueOn: CalendarDay, calendar: SchoolCalendar): CalendarDay =>
  openDayAfter(calendar, dueOn, 1);

/**
 * Whether it can be said that the day has passed: it was an open day, and there was another since. A due day on which the
 * door turned out to be shut will move (decision 39).
 */
export const isSayable = (dueOn: CalendarDay, today: CalendarDay, calendar: SchoolCalendar): boolean =>
  isOpen(calendar, dueOn) && overdueSince(dueOn, calendar) <= today;
