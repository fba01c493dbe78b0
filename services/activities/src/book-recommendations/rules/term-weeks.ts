import type { CalendarDay } from '@shulian/contracts/ids';
import { duesOf, type DueState, type EntryDay } from '../../logbooks/rules/dues.js';
import { duePeriods, type DuePeriod, type WorkingDays } from '../../logbooks/rules/periods.js';

/** A week of a term: whether its issue came in time, and the exhibition of its two weeks. */
export type TermWeek = {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly issues: number;
  readonly issueOn: CalendarDay | null;
  readonly issue: DueState;
  /** The last day of the two weeks that the week is one of. */
  readonly exhibitionBy: CalendarDay;
  readonly exhibitionOn: CalendarDay | null;
  readonly exhibition: DueState;
};

const WEEKLY = { every: 'week', weekday: null, due: 'end', graceDays: 0, subjects: null } as const;

const inPairs = (weeks: readonly DuePeriod[]): DuePeriod[] =>
  weeks.flatMap((week, at) => {
    if (at % 2 === 1) return [];
    const last = weeks[at + 1] ?? week;
    return [{ from: week.from, to: last.to, name: week.from, dueOn: last.dueOn }];
  });

/** Weeks without a day of work ask for nothing; with each odd week begins a new fortnight. */
export function termWeeks(
  term: { readonly from: CalendarDay; readonly to: CalendarDay },
  days: WorkingDays,
  told: { readonly issues: readonly EntryDay[]; readonly exhibitions: readonly EntryDay[] },
  today: CalendarDay,
): TermWeek[] {
  const weeks = duePeriods(WEEKLY, term, days);
  const issues = duesOf(weeks, null, told.issues, today);
  const exhibitions = duesOf(inPairs(weeks), null, told.exhibitions, today);
  return issues.flatMap(({ from, to, entries, writtenOn, state }, at) => {
    const exhibition = exhibitions[Math.floor(at / 2)];
    if (exhibition === undefined) return [];
    return [
      {
        from,
        to,
        issues: entries,
        issueOn: writtenOn,
        issue: state,
        exhibitionBy: exhibition.dueOn,
        exhibitionOn: exhibition.writtenOn,
        exhibition: exhibition.state,
      },
    ];
  });
}
