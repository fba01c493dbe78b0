import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import fc from 'fast-check';
import {
  faultsOfPattern,
  frequencyOf,
  issuesBetween,
  issuesOfYear,
  labelOf,
  lastOfMonth,
  overdueAfter,
  plusDays,
  type IssuePattern,
} from './issue-pattern.js';

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const pattern = (but: Partial<IssuePattern>): IssuePattern => ({
  every: 'month',
  weekdays: [],
  anchor: null,
  days: [],
  months: [],
  combined: [],
  ...but,
});
const weekly = (...weekdays: number[]): IssuePattern => pattern({ every: 'week', weekdays });
const monthly = (days: number[], months = EVERY_MONTH): IssuePattern => pattern({ days, months });
const daysOf = (of: IssuePattern, year: number): string[] => issuesOfYear(of, year).map(({ dueOn }) => dueOn);
const counts = (of: IssuePattern): number[] =>
  [2026, 2027, 2028].map((year) => issuesOfYear(of, year).length);

const anyPattern = fc.oneof(
  fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }).map((weekdays) => weekly(...weekdays)),
  fc.record({ weekday: fc.integer({ min: 1, max: 7 }), at: fc.integer({ min: 0, max: 400 }) }).map(
    ({ weekday, at }) =>
      pattern({ every: 'fortnight', weekdays: [weekday], anchor: plusDays('2026-01-01' as CalendarDay, at) }),
  ),
  fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 }),
    months: fc.subarray(EVERY_MONTH, { minLength: 1 }),
  }).map(({ days, months }) => monthly(days, months)),
); // prettier-ignore
const anyYear = fc.integer({ min: 1900, max: 2999 });
const combinedAt = fc.record({
  first: fc.integer({ min: 1, max: 60 }),
  more: fc.integer({ min: 1, max: 5 }),
});

describe('the issues of a year', () => {
  it('come on each day of a daily one, in a leap year once more', () => {
    expect(counts(weekly(1, 2, 3, 4, 5, 6, 7))).toEqual([365, 365, 366]);
    expect(daysOf(weekly(1, 2, 3, 4, 5, 6, 7), 2028)).toContain('2028-02-29');
  });

  it('come on the weekdays of a weekly one, 52 or 53 times', () => {
    expect(counts(weekly(4))).toEqual([53, 52, 52]);
    expect(daysOf(weekly(1, 4), 2026).slice(0, 3)).toEqual(['2026-01-01', '2026-01-05', '2026-01-08']);
  });

  it('come every other week of a fortnightly one, whatever year its anchor is of', () => {
    const fortnightly = (anchor: string): IssuePattern =>
      pattern({ every: 'fortnight', weekdays: [5], anchor: anchor as CalendarDay });
    expect(daysOf(fortnightly('2026-01-02'), 2026).slice(0, 3)).toEqual([
      '2026-01-02',
      '2026-01-16',
      '2026-01-30',
    ]);
    expect(daysOf(fortnightly('2026-01-09'), 2026)[0]).toBe('2026-01-09');
    expect(daysOf(fortnightly('2025-01-03'), 2026)).toEqual(daysOf(fortnightly('2026-01-02'), 2026));
    expect(counts(fortnightly('2026-01-02'))).toEqual([26, 27, 26]);
  });

  it('come on days of the months, on the last one where a month is shorter', () => {
    expect(counts(monthly([5, 20]))).toEqual([24, 24, 24]);
    expect(daysOf(monthly([31]), 2027).slice(0, 4)).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
    expect(daysOf(monthly([29]), 2028)[1]).toBe('2028-02-29');
    expect(daysOf(monthly([28]), 2028)[1]).toBe('2028-02-28');
    expect(daysOf(monthly([15], [3, 6, 9, 12]), 2026)).toEqual([
      '2026-03-15',
      '2026-06-15',
      '2026-09-15',
      '2026-12-15',
    ]);
    // Two days that fall on the same end of February are one issue.
    expect(daysOf(monthly([30, 31], [2]), 2027)).toEqual(['2027-02-28']);
  });

  it('hold combined numbers as one issue on the day of the first, and go on after the last', () => {
    const combined = { ...monthly([1]), combined: [{ first: 7, last: 8 }] };
    const issues = issuesOfYear(combined, 2026);
    expect(issues.map(labelOf)).toEqual(['1', '2', '3', '4', '5', '6', '7-8', '9', '10', '11', '12']);
    expect(issues[6]).toEqual({ first: 7, last: 8, dueOn: '2026-07-01' });
    expect(issues[7]?.dueOn).toBe('2026-09-01');
    const over = issuesOfYear({ ...combined, combined: [{ first: 12, last: 14 }] }, 2026);
    expect(over.at(-1)).toEqual({ first: 12, last: 12, dueOn: '2026-12-01' });
  });

  it('of any pattern: days go up within the year, and all numbers are there once', () => {
    fc.assert(
      fc.property(anyPattern, anyYear, fc.option(combinedAt, { nil: undefined }), (of, year, run) => {
        const combined = run === undefined ? [] : [{ first: run.first, last: run.first + run.more }];
        const plain = issuesOfYear(of, year);
        const issues = issuesOfYear({ ...of, combined }, year);
        const numbers = issues.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, at) => first + at),
        );
        expect(numbers).toEqual(plain.map((_, at) => at + 1));
        for (const [at, issue] of issues.entries()) {
          expect(issue.dueOn.slice(0, 4)).toBe(String(year));
          expect(issue.dueOn).toBe(plain[issue.first - 1]?.dueOn);
          if (at > 0) expect(issue.dueOn > (issues[at - 1]?.dueOn ?? '')).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of any pattern: a year that is cut at a day is the whole year', () => {
    const at = fc.integer({ min: 0, max: 363 });
    fc.assert(
      fc.property(anyPattern, anyYear, at, (of, year, days) => {
        const from = `${String(year)}-01-01` as CalendarDay;
        const cut = plusDays(from, days);
        const before = issuesBetween(of, from, cut);
        const number = (before.at(-1)?.last ?? 0) + 1;
        const after = issuesBetween(of, plusDays(cut, 1), `${String(year)}-12-31` as CalendarDay, number);
        expect([...before, ...after]).toEqual(issuesOfYear(of, year));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a pattern', () => {
  it('has the name under which the post office lists it', () => {
    const names = [
      weekly(1, 2, 3, 4, 5, 6, 7),
      weekly(1, 2, 3, 4, 5, 6),
      weekly(3),
      pattern({ every: 'fortnight', weekdays: [3], anchor: '2026-01-07' as CalendarDay }),
      monthly([5, 20]),
      monthly([1]),
      monthly([1], [1, 3, 5, 7, 9, 11]),
      monthly([1], [3, 6, 9, 12]),
      monthly([1], [1, 7]),
      monthly([1], [1]),
      monthly([1, 11, 21]),
    ].map(frequencyOf);
    expect(names).toEqual([
      'daily', 'several-a-week', 'weekly', 'fortnightly', 'semi-monthly', 'monthly', 'bimonthly', 'quarterly',
      'semi-annual', 'annual', 'other',
    ]); // prettier-ignore
  });

  it('says after how many days an issue that did not come is missing', () => {
    expect([weekly(1, 4), weekly(1), monthly([5, 20]), monthly([1])].map(overdueAfter)).toEqual([
      2, 7, 10, 30,
    ]);
  });

  it('is at fault where a field is missing, is of another rhythm, repeats, or runs overlap', () => {
    expect(faultsOfPattern(weekly(1))).toEqual([]);
    expect(faultsOfPattern(weekly())).toEqual(['weekdays']);
    expect(faultsOfPattern(weekly(1, 1))).toEqual(['weekdays']);
    expect(faultsOfPattern(pattern({ every: 'fortnight', weekdays: [1] }))).toEqual(['anchor']);
    expect(faultsOfPattern(pattern({}))).toEqual(['days', 'months']);
    expect(faultsOfPattern({ ...weekly(1), days: [1], months: [1] })).toEqual(['days', 'months']);
    const runs = (...combined: [number, number][]): IssuePattern => ({
      ...monthly([1]),
      combined: combined.map(([first, last]) => ({ first, last })),
    });
    expect(faultsOfPattern(runs([7, 8], [1, 2]))).toEqual([]);
    expect(faultsOfPattern(runs([7, 7]))).toEqual(['combined']);
    expect(faultsOfPattern(runs([1, 3], [3, 4]))).toEqual(['combined']);
    expect(faultsOfPattern(runs([1, 3], [4, 5]))).toEqual([]);
  });
});

describe('the end of a month', () => {
  it('is the day before the next begins', () => {
    expect(['2027-02-10', '2028-02-29', '2026-12-01'].map((day) => lastOfMonth(day as CalendarDay))).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
  });
});
