import type { CalendarDay } from '@shulian/contracts/ids';
import { earlierOf, plusDays, yearOf } from '../calendar/day.js';
import {
  isAfterLastTerm,
  openDayFrom,
  openDayUpTo,
  termFrom,
  termOf,
  type SchoolCalendar,
} from '../calendar/school-calendar.js';

/** What a due day follows from. `loanDays` in calendar days. */
export type DueTerms = {
  readonly loanDays: number;
  readonly endsWithTerm: boolean;
  readonly whenClosed: 'back-before' | 'next-open';
};

/** What was missing of the calendar, so that the day may move once it is said (decisions 20 and 39: a warning). */
export type Missing = 'term' | 'next-term' | 'holidays';

export type DueDate = { readonly dueOn: CalendarDay; readonly missing: readonly Missing[] };

/**
 * Period, end of term, closed days. On an open day; after the day of the loan, so that a day is left to read (but for a
 * loan of no days, which is for the day itself); not after the end of the term when the policy ends loans with it and
 * the term has a day left. A closed day moves back to the last open one, or forward to the next, as the policy says.
 */
export function dueDateFor(terms: DueTerms, from: CalendarDay, calendar: SchoolCalendar): DueDate {
  const earliest = plusDays(from, Math.min(terms.loanDays, 1));
  const byPeriod = plusDays(from, terms.loanDays);
  const term = terms.endsWithTerm ? termFrom(calendar, earliest) : null;
  const latest = term === null ? byPeriod : earlierOf(byPeriod, term.endsOn);
  const before = openDayUpTo(calendar, latest, earliest);
  const next = openDayFrom(calendar, latest);
  const isBeyond = term !== null && next > term.endsOn;
  const dueOn = before !== null && (terms.whenClosed === 'back-before' || isBeyond) ? before : next;
  return { dueOn, missing: missingFor(terms, dueOn, calendar) };
}

/** Before a vacation: what goes out in these days, the last included, is due on one day after it (CIR-018). */
export type VacationLending = {
  readonly lendFrom: CalendarDay;
  readonly lendTo: CalendarDay;
  readonly dueOn: CalendarDay;
};

/** The due day of what goes out today, if it goes out before a vacation; of several the first that is given. */
export const vacationDueDay = (
  vacations: readonly VacationLending[],
  today: CalendarDay,
): CalendarDay | null =>
  vacations.find(({ lendFrom, lendTo }) => lendFrom <= today && today <= lendTo)?.dueOn ?? null;

/** What a renewal on a day would give: under a policy that ends loans with the term no later day than its end. */
export function renewedDueDate(
  loan: { readonly dueOn: CalendarDay; readonly terms: DueTerms },
  on: CalendarDay,
  calendar: SchoolCalendar,
): CalendarDay {
  const { dueOn } = dueDateFor(loan.terms, on, calendar);
  const term = loan.terms.endsWithTerm ? termOf(calendar, loan.dueOn) : null;
  if (term === null || dueOn <= term.endsOn) return dueOn;
  return openDayUpTo(calendar, term.endsOn, loan.dueOn) ?? loan.dueOn;
}

/**
 * The due day of an open loan after the calendar changed: a day the door is shut is nobody's due day (decision 39), so it
 * moves to the next open one. Never earlier, also when a closing is taken back; saying it twice changes nothing.
 */
export const dueDayUnder = (calendar: SchoolCalendar, dueOn: CalendarDay): CalendarDay =>
  openDayFrom(calendar, dueOn);

function missingFor(terms: DueTerms, dueOn: CalendarDay, calendar: SchoolCalendar): Missing[] {
  return [
    ...(terms.endsWithTerm && calendar.terms.length === 0 ? (['term'] as const) : []),
    ...(isAfterLastTerm(calendar, dueOn) ? (['next-term'] as const) : []),
    ...(calendar.years.get(yearOf(dueOn))?.holidaysKnown === true ? [] : (['holidays'] as const)),
  ];
}
