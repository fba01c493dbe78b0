import { newId, type Tx } from '@shulian/service-kit';
import type { CalendarDay, TitleId } from '@shulian/contracts/ids';
import { IssuesRepository } from './check-in/issues.repository.js';
import {
  issuesBetween,
  issuesOfYear,
  labelOf,
  overdueAfter,
  plusDays,
  type ExpectedIssue,
  type IssuePattern,
} from './rules/issue-pattern.js';

/** From now on the issues of these serials are waited for in this year, where they are not yet. */
export const expectIssues = async (tx: Tx, ids: readonly TitleId[], year: number): Promise<void> => {
  const issues = tx.use(IssuesRepository);
  const serials = await issues.patternsWithout(ids, year);
  await issues.expect(
    serials.flatMap(({ id, pattern }) => rowsOf(id, pattern, year, issuesOfYear(pattern, year))),
  );
};

/** A serial comes on other days from tomorrow on: what is still to come of it is waited for anew, numbered on. */
export const expectAnew = async (
  tx: Tx,
  id: TitleId,
  pattern: IssuePattern,
  today: CalendarDay,
): Promise<void> => {
  const issues = tx.use(IssuesRepository);
  for (const year of await issues.yearsFrom(id, Number(today.slice(0, 4)))) {
    await issues.forgetAfter(id, year, today);
    const number = (await issues.lastNumber(id, year)) + 1;
    const newYear = `${String(year)}-01-01` as CalendarDay;
    const from = newYear > today ? newYear : plusDays(today, 1);
    const to = `${String(year)}-12-31` as CalendarDay;
    await issues.expect(rowsOf(id, pattern, year, issuesBetween(pattern, from, to, number)));
  }
};

const rowsOf = (titleId: TitleId, pattern: IssuePattern, year: number, issues: readonly ExpectedIssue[]) =>
  issues.map(({ first, last, dueOn }) => ({
    id: newId(),
    titleId,
    year,
    first,
    last,
    label: labelOf({ first, last }),
    dueOn,
    missingFrom: plusDays(dueOn, overdueAfter(pattern) + 1),
  }));
