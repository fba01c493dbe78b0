import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import fc from 'fast-check';
import { bitsOfDays, calendarDay, daysIn, periodOf } from './period.js';

const day = (text: string): CalendarDay => text as CalendarDay;

describe('a day of a report', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01', '2999-12-31'])('is %s', (text) => {
    expect(calendarDay(text)).toBe(text);
  });
  it.each(['2026-02-29', '2026-02-30', '0000-01-01', '1899-12-31', '3000-01-01', '2026-13-01', 'today'])(
    'is not %s',
    (text) => {
      expect(calendarDay(text)).toBeNull();
    },
  );
});

describe('the period of a report', () => {
  const today = day('2026-10-12');
  it.each([
    ['that is over shows its last day', '2026-02-01', '2026-06-30', '2026-06-30'],
    ['that ends today shows today', '2026-09-01', '2026-10-12', '2026-10-12'],
    ['that goes on shows today, not what is due later', '2026-09-01', '2027-01-20', '2026-10-12'],
    ['of one day is that day', '2026-10-12', '2026-10-12', '2026-10-12'],
  ])('%s', (_, from, to, on) => {
    expect(periodOf(day(from), day(to), today)).toEqual({ from, to, on });
  });
  it.each([
    ['begins after it ends', '2026-10-12', '2026-10-11'],
    ['has not begun', '2026-10-13', '2026-12-31'],
  ])('is none when it %s', (_, from, to) => {
    expect(periodOf(day(from), day(to), today)).toBeNull();
  });
  it('counts both its days', () => {
    expect(daysIn({ from: day('2026-02-28'), to: day('2026-03-01') })).toBe(2);
    expect(daysIn({ from: day('2024-02-28'), to: day('2024-03-01') })).toBe(3);
  });
});

describe('the days of borrowers', () => {
  it('are kept by school year, which begins on 1 September', () => {
    const [first, second, ...none] = bitsOfDays({ from: day('2026-08-31'), to: day('2026-09-02') });
    expect(none).toEqual([]);
    expect(first?.year).toBe(2025);
    expect(first?.bits.indexOf('1')).toBe(364);
    expect(second).toEqual({ year: 2026, bits: '11'.padEnd(366, '0') });
  });

  it('are as many bits as the period has days, whatever the period; a year without leap day has a bit that no day has', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.nat({ max: 3_700 }), (begins, length) => {
        const from = day(begins.toISOString().slice(0, 10));
        const to = day(new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10));
        const years = bitsOfDays({ from, to });
        const ones = years.reduce((sum, { bits }) => sum + bits.split('1').length - 1, 0);
        expect(years.every(({ bits }) => bits.length === 366)).toBe(true);
        // 1 September of the next year is bit 365 of a year that has only 365 days: no loan is kept there.
        const spare = years
          .slice(0, -1)
          .filter(({ year, bits }) => bits[365] === '1' && !isLeap(year + 1)).length;
        expect(ones - spare).toBe(daysIn({ from, to }));
      }),
    );
  });
});

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
