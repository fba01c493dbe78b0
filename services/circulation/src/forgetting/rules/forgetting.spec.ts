import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { DAYS_AFTER, FEWEST_DAYS, forgottenUpTo } from './forgetting.js';

const day = (text: string): CalendarDay => text as CalendarDay;

describe('what was over so many days ago', () => {
  it('is forgotten on the day itself, over leap days too', () => {
    expect(forgottenUpTo(day('2027-10-12'), DAYS_AFTER)).toBe('2026-10-12');
    expect(forgottenUpTo(day('2028-03-01'), FEWEST_DAYS)).toBe('2027-09-03');
    expect(forgottenUpTo(day('2028-10-12'), DAYS_AFTER)).toBe('2027-10-13');
  });
});
