import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay } from '@shulian/contracts/ids';
import { RHYTHMS, type Rhythm } from './form.js';
import { addDays, duePeriods, isWorkingDay, periodsIn, weekdayOf, type WorkingDays } from './periods.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const autumn = { name: '秋季', from: day('2026-09-01'), to: day('2027-01-29') };
const spring = { name: '春季', from: day('2027-02-22'), to: day('2027-07-02') };
const days: WorkingDays = {
  terms: [autumn, spring],
  years: [{ year: 2026, closedOn: [day('2026-10-01'), day('2026-10-03'), day('2026-10-04')] }],
};
const rhythm = (more: Partial<Rhythm>): Rhythm => ({
  every: 'day',
  weekday: null,
  due: 'end',
  graceDays: 0,
  subjects: null,
  ...more,
});
const anyDay = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(day('2024-01-01'), n));

describe('periods of a logbook', () => {
  it.each(RHYTHMS)(
    'by %s follow each other without a gap inside a term, and hold the day that was asked about',
    (unit) => {
      fc.assert(
        fc.property(anyDay, fc.nat(300), (from, length) => {
          const periods = periodsIn(unit, { from, to: addDays(from, length) }, days);
          for (const [at, period] of periods.entries()) {
            expect(period.from <= period.to).toBe(true);
            const next = periods[at + 1];
            if (next !== undefined && unit !== 'term') expect(next.from).toBe(addDays(period.to, 1));
          }
          if (unit !== 'term') expect(periods[0]?.from.localeCompare(from) ?? 1).toBeLessThanOrEqual(0);
        }),
      );
    },
  );

  it('of terms leave the holidays out', () => {
    const names = (from: string, to: string) =>
      periodsIn('term', { from: day(from), to: day(to) }, days).map(({ name }) => name);
    expect(names('2027-01-29', '2027-02-22')).toEqual(['秋季', '春季']);
    expect(names('2027-01-30', '2027-02-21')).toEqual([]);
    expect(names('2027-01-30', '2027-02-22')).toEqual(['春季']);
    expect(names('2027-08-01', '2027-08-31')).toEqual([]);
  });

  it('of years are school years', () => {
    const years = periodsIn('year', { from: day('2026-08-31'), to: day('2026-09-01') }, days);
    expect(years.map(({ from, to, name }) => [from, to, name])).toEqual([
      ['2025-09-01', '2026-08-31', '2025-2026'],
      ['2026-09-01', '2027-08-31', '2026-2027'],
    ]);
  });
});

describe('a working day', () => {
  it('lies in a term and is not closed; where the year is not known, it is no Saturday or Sunday', () => {
    const works = (text: string) => isWorkingDay(day(text), days);
    expect(['2026-08-31', '2026-09-01', '2026-10-01', '2026-10-02'].map(works)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    // 2026 says which days are closed, and Saturday the tenth is none of them; of 2027 nothing is known.
    expect(['2026-10-10', '2027-01-08', '2027-01-09'].map(works)).toEqual([true, true, false]);
    expect(isWorkingDay(day('2026-08-28'), { terms: [], years: [] })).toBe(true);
    expect([weekdayOf(day('2026-10-12')), weekdayOf(day('2026-10-18'))]).toEqual([1, 7]);
  });
});

describe('what is due', () => {
  const asked = { from: day('2026-09-28'), to: day('2026-10-11') };
  it('is due on working days alone', () => {
    const due = duePeriods(rhythm({}), { from: day('2026-10-01'), to: day('2026-10-04') }, days);
    expect(due.map(({ dueOn }) => dueOn)).toEqual(['2026-10-02']);
  });

  it('in a week on its day, unless that is closed, and some days later at most', () => {
    const on = (weekday: number, graceDays = 0) =>
      duePeriods(rhythm({ every: 'week', weekday, graceDays }), asked, days).map(({ dueOn }) => dueOn);
    expect(on(3)).toEqual(['2026-09-30', '2026-10-07']);
    expect(on(4)).toEqual(['2026-10-08']);
    expect(on(4, 2)).toEqual(['2026-10-10']);
  });

  it('at the start of a term, or at its end', () => {
    const due = (more: Partial<Rhythm>) =>
      duePeriods(rhythm({ every: 'term', ...more }), asked, days).map(({ dueOn }) => dueOn);
    expect([due({ due: 'start', graceDays: 14 }), due({})]).toEqual([['2026-09-15'], ['2027-01-29']]);
  });

  it('not in a month of holidays', () => {
    const months = duePeriods(
      rhythm({ every: 'month' }),
      { from: day('2027-07-01'), to: day('2027-08-31') },
      days,
    );
    expect(months.map(({ name }) => name)).toEqual(['2027-07']);
  });
});
