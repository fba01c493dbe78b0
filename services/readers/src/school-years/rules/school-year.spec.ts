import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { isYearInSight, mayReview } from './school-year.js';

describe('a school year', () => {
  it.each([
    [2026, '2026-05-31', false],
    [2026, '2026-06-01', true],
    [2026, '2026-08-31', true],
    [2026, '2026-09-01', true],
    [2026, '2027-08-31', true],
    [2026, '2027-09-01', false],
    [2028, '2027-08-31', false],
  ])('%i can be prepared on %s: %s', (year, today, expected) => {
    expect(isYearInSight(year, today as CalendarDay)).toBe(expected);
  });

  it('is reviewed by somebody who had no hand in it', () => {
    expect(mayReview('three', ['one', 'two'])).toBe(true);
    expect(mayReview('two', ['one', 'two'])).toBe(false);
  });
});
