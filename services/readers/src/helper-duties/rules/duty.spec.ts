import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { collide, isOn, weekdayOf, type DutySlot } from './duty.js';

const slot = (startsOn: string, endsOn: string, more: Partial<DutySlot> = {}) =>
  ({ weekday: 1, period: 'noon', startsOn, endsOn, ...more }) as DutySlot;
const day = (text: string) => text as CalendarDay;

describe('a duty on the roster', () => {
  it('is on its weekday from its first day to its last', () => {
    expect([weekdayOf(day('2026-10-12')), weekdayOf(day('2026-10-18'))]).toEqual([1, 7]);
    const duty = slot('2026-10-12', '2026-10-26');
    const days = ['2026-10-05', '2026-10-12', '2026-10-13', '2026-10-26', '2026-11-02'];
    expect(days.map((each) => isOn(duty, day(each)))).toEqual([false, true, false, true, false]);
  });

  it('collides with another at the same time when they share a day, and not the day after', () => {
    const duty = slot('2026-10-12', '2026-10-26');
    expect(collide(duty, slot('2026-10-26', '2026-11-30'))).toBe(true);
    expect(collide(duty, slot('2026-10-27', '2026-11-30'))).toBe(false);
    expect(collide(duty, slot('2026-10-26', '2026-11-30', { period: 'evening' }))).toBe(false);
    expect(collide(duty, slot('2026-10-26', '2026-11-30', { weekday: 2 }))).toBe(false);
  });
});
