import { describe, expect, it } from '@jest/globals';
import { day } from './a-loan.builder.js';
import { gradeOn } from './grade.js';

describe('the grade of a class', () => {
  it('rises on the first of September', () => {
    expect(gradeOn('primary', 2022, day('2026-08-31'))).toBe(4);
    expect(gradeOn('primary', 2022, day('2026-09-01'))).toBe(5);
    expect(gradeOn('primary', 2022, day('2027-02-01'))).toBe(5);
  });
  it('counts on through the sections and ends with them', () => {
    expect(gradeOn('junior', 2026, day('2026-09-01'))).toBe(7);
    expect(gradeOn('junior', 2024, day('2026-09-01'))).toBe(9);
    expect(gradeOn('junior', 2023, day('2026-09-01'))).toBeNull();
    expect(gradeOn('senior', 2024, day('2026-09-01'))).toBe(12);
    expect(gradeOn('primary', 2027, day('2026-09-01'))).toBeNull();
    expect(gradeOn(null, null, day('2026-09-01'))).toBeNull();
  });
});
