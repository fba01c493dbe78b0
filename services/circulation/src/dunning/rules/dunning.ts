import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';

/** Who is dunned first (CIR-059): who has left, who is in the last grade, who changes school, who is a guest. */
export const PRIORITIES = ['left', 'leaver', 'transfer', 'temporary'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What only the school knows of a reader. */
export const MARKS = ['transfer', 'temporary'] as const;
export type Mark = (typeof MARKS)[number];

/** Whom somebody spoke with about books that are out; `visit`: went there. */
export const CONTACTED = ['homeroom-teacher', 'guardian', 'reader', 'visit'] as const;
export type Contacted = (typeof CONTACTED)[number];

/** Sheets are printed at least once a term (P-18); they are due four weeks before it ends, so that books come back in it. */
const DAYS_BEFORE_END = 28;

export type Reminder = { readonly dueOn: CalendarDay; readonly state: 'done' | 'due' | 'not-yet' };

/** Where the sheets of a term stand. @param lastMadeOn the last of this term, or null */
export function reminderOf(
  term: { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay },
  lastMadeOn: CalendarDay | null,
  today: CalendarDay,
): Reminder {
  const before = plusDays(term.endsOn, -DAYS_BEFORE_END);
  const dueOn = before < term.startsOn ? term.startsOn : before;
  return { dueOn, state: lastMadeOn !== null ? 'done' : today >= dueOn ? 'due' : 'not-yet' };
}
