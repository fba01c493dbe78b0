import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { forEverybody, gradeForCard, isEntitled } from './entitlement.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const thirdToSixth = { grades: [3, 4, 5, 6], kinds: ['teacher'] as const };

describe('who is entitled to a card', () => {
  it('is a pupil of the grades of the school, to the grade', () => {
    const grades = [2, 3, 6, 7, null];
    expect(grades.map((grade) => isEntitled(thirdToSixth, { kind: 'student', grade }))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is another reader by kind, whatever the grade', () => {
    expect(isEntitled(thirdToSixth, { kind: 'teacher', grade: null })).toBe(true);
    expect(isEntitled(thirdToSixth, { kind: 'staff', grade: 3 })).toBe(false);
  });

  it('is everybody where the school has not said otherwise', () => {
    const policy = forEverybody('s' as SchoolId);
    for (const kind of ['student', 'teacher', 'staff', 'external'] as const)
      expect(isEntitled(policy, { kind, grade: null })).toBe(true);
  });

  it('counts those who come in September by the grade they come into, from June on', () => {
    const place = { section: 'junior', entryYear: 2026, classNo: 1 } as const;
    expect(['2026-05-31', '2026-06-01', '2026-09-01'].map((on) => gradeForCard(place, day(on)))).toEqual([
      null,
      7,
      7,
    ]);
  });
});
