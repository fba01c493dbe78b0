import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay } from '@shulian/contracts/ids';
import { progressOf } from './progress.js';

const project = {
  goalVolumes: 10_319,
  beginsOn: '2026-07-01' as CalendarDay,
  endsOn: '2026-10-31' as CalendarDay,
  endedOn: null,
};
const on = (today: string, entered: number, more: object = {}) =>
  progressOf({ ...project, ...more }, entered, today as CalendarDay);

describe('the progress of a retrospective project', () => {
  it('tells the rate a day, the days to go and the day of its end at that rate', () => {
    expect(on('2026-07-10', 1_000)).toEqual({
      left: 9_319,
      days: 10,
      ratePerDay: 10_000,
      daysToGo: 94,
      expectedEnd: '2026-10-12',
      neededPerDay: 83,
      onTime: true,
    });
  });

  it('is late from the day on which its end at this rate is later than its last', () => {
    const at = (entered: number) => on('2026-10-30', entered);
    // 122 days are gone, one is left: what is left must be no more than a day's work.
    expect(at(10_235)).toMatchObject({ daysToGo: 2, expectedEnd: '2026-11-01', onTime: false });
    expect(at(10_236)).toMatchObject({ daysToGo: 1, expectedEnd: '2026-10-31', onTime: true });
    expect(at(10_319)).toMatchObject({ left: 0, daysToGo: 0, neededPerDay: null, onTime: true });
    expect(at(10_320)).toMatchObject({ left: 0, daysToGo: 0 });
  });

  it('foretells nothing before anything was entered, and wants nothing of days that are gone', () => {
    expect(on('2026-06-30', 0)).toMatchObject({
      days: 0,
      ratePerDay: 0,
      daysToGo: null,
      expectedEnd: null,
      onTime: false,
    });
    expect(on('2026-07-01', 0)).toMatchObject({ days: 1, daysToGo: null });
    expect(on('2026-10-31', 5)).toMatchObject({ neededPerDay: null, onTime: false });
    expect(on('2026-12-31', 1_000, { endedOn: '2026-07-10' })).toMatchObject({
      days: 10,
      ratePerDay: 10_000,
    });
  });

  it('reaches its goal on the expected day, and not a day before', () => {
    const numbers = fc.record({
      goalVolumes: fc.integer({ min: 1, max: 500 }),
      entered: fc.integer({ min: 1, max: 500 }),
      gone: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(numbers, ({ goalVolumes, entered, gone }) => {
        const today = new Date(Date.UTC(2026, 6, 1 + gone)).toISOString().slice(0, 10) as CalendarDay;
        const { left, days, daysToGo } = progressOf({ ...project, goalVolumes }, entered, today);
        const after = (more: number): number => (entered * more) / days;
        expect(days).toBe(gone + 1);
        expect(after(daysToGo ?? 0)).toBeGreaterThanOrEqual(left);
        if (left > 0) expect(after((daysToGo ?? 0) - 1)).toBeLessThan(left);
      }),
    );
  });
});
