import type { CalendarDay } from '@shulian/contracts/ids';
import { earlierOf, plusDays, yearOf } from './day.js';
import { openDayFrom, openDayUpTo, termOf, termsAreKnown, type SchoolCalendar } from './school-calendar.js';

/** What a due day follows from. `loanDays` in calendar days. */
export type DueTerms = {
  readonly loanDays: number;
  readonly endsWithTerm: boolean;
  readonly whenClosed: 'back-before' | 'next-open';
};

export type DueDate = {
  readonly dueOn: CalendarDay;
  /** What was missing of the calendar, so that the day may be wrong (decision 20: a warning in the decision). */
  readonly unknown: 'term' | 'holidays' | null;
};

/**
 * Period, end of term, closed days. Never before the day of the loan, never after the end of the term when the policy
 * ends loans with it; a closed day moves back to the last open one, or forward to the next, as the policy says.
 */
export function dueDateFor(terms: DueTerms, from: CalendarDay, calendar: SchoolCalendar): DueDate {
  const byPeriod = plusDays(from, terms.loanDays);
  const term = terms.endsWithTerm ? termOf(calendar, from) : null;
  const latest = term === null ? byPeriod : earlierOf(byPeriod, term.endsOn);
  const dueOn = offClosedDays(terms, from, latest, term?.endsOn ?? null, calendar);
  const year = calendar.years.get(yearOf(dueOn));
  const termUnknown = terms.endsWithTerm && term === null && !termsAreKnown(calendar, from);
  return {
    dueOn,
    unknown: termUnknown ? 'term' : year?.holidaysKnown === true ? null : 'holidays',
  };
}

function offClosedDays(
  terms: DueTerms,
  from: CalendarDay,
  latest: CalendarDay,
  termEndsOn: CalendarDay | null,
  calendar: SchoolCalendar,
): CalendarDay {
  const before = openDayUpTo(calendar, latest, from);
  if (terms.whenClosed === 'back-before' && before !== null) return before;
  const next = openDayFrom(calendar, latest);
  if (termEndsOn === null || next <= termEndsOn) return next;
  return before ?? latest;
}
