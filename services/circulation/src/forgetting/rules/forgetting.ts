import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';

/** Days after the return, or the end of what else is over, where a school has set none (decision 51). */
export const DAYS_AFTER = 365;
/** A term ends sooner: what is counted within a term is never forgotten within it. */
export const FEWEST_DAYS = 180;
export const MOST_DAYS = 3650;

/** What was over on this day or before it is forgotten today. */
export const forgottenUpTo = (today: CalendarDay, daysAfter: number): CalendarDay =>
  plusDays(today, -daysAfter);
