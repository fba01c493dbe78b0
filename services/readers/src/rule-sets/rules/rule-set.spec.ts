import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { mayBeWithdrawn, versionOn } from './rule-set.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const versions = [
  { number: 1, holdsFrom: day('2026-01-01') },
  { number: 2, holdsFrom: day('2026-09-01') },
  { number: 3, holdsFrom: day('2027-01-01') },
];

describe('the versions of a set of rules', () => {
  it('[RDR-019] hold from their day on, until the next', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-08-31', '2026-09-01', '2026-12-31', '2027-01-01'];
    expect(days.map((on) => versionOn(versions, day(on))?.number ?? null)).toEqual([null, 1, 1, 2, 2, 3]);
  });

  it('are withdrawn only before they hold, the newest first, and never the only one', () => {
    const today = day('2026-10-12');
    expect([1, 2, 3, 4].map((number) => mayBeWithdrawn(versions, number, today))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(mayBeWithdrawn(versions, 3, day('2027-01-01'))).toBe(false);
    expect(mayBeWithdrawn([{ number: 1, holdsFrom: day('2027-01-01') }], 1, today)).toBe(false);
  });
});
