import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from '@shulian/contracts/ids';
import { earlierOf, plusDays, weekdayOf } from './day.js';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CalendarDay);

describe('a calendar day', () => {
  it('moves as the calendar has it, over leap days and ends of years', () => {
    expect(plusDays('2028-02-28' as CalendarDay, 1)).toBe('2028-02-29');
    expect(plusDays('2027-02-28' as CalendarDay, 1)).toBe('2027-03-01');
    expect(plusDays('2026-12-31' as CalendarDay, 1)).toBe('2027-01-01');
    fc.assert(
      fc.property(day, fc.integer({ min: -1_000, max: 1_000 }), (from, days) => {
        const plain = Temporal.PlainDate.from(from);
        expect(plusDays(from, days)).toBe(plain.add({ days }).toString());
        expect(weekdayOf(from)).toBe(plain.dayOfWeek);
      }),
    );
  });

  it('is before another as its text is', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const first = Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
        expect(earlierOf(one, other)).toBe(first);
        expect(earlierOf(other, one)).toBe(first);
      }),
    );
  });
});
