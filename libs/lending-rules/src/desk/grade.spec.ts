import { describe, expect, it } from '@jest/globals';
import { day } from '../a-loan.builder.js';
import { gradeOn, standingOn } from './grade.js';

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

describe('who belongs to a school', () => {
  const pupil = { standing: 'active', kind: 'student', section: 'junior', entryYear: 2023 } as const;
  it.each([
    ['a pupil of the last grade, on the last day of the school year', pupil, '2026-08-31', 'active'],
    ['a pupil of the last grade, on the first day of the next one', pupil, '2026-09-01', 'left'],
    ['a pupil who graduated long ago', pupil, '2031-01-10', 'left'],
    ['a pupil of six grades', { ...pupil, section: 'primary', entryYear: 2020 }, '2026-08-31', 'active'],
    ['a pupil after six grades', { ...pupil, section: 'primary', entryYear: 2020 }, '2026-09-01', 'left'],
    ['a pupil of senior school', { ...pupil, section: 'senior', entryYear: 2024 }, '2026-09-01', 'active'],
    ['a pupil of a class that has not entered yet', { ...pupil, entryYear: 2027 }, '2026-09-01', 'active'],
    ['a pupil without a class', { ...pupil, section: null, entryYear: null }, '2031-01-10', 'active'],
    ['a teacher of a class that graduated', { ...pupil, kind: 'teacher' }, '2031-01-10', 'active'],
    ['one who left before', { ...pupil, standing: 'left' }, '2024-01-10', 'left'],
  ] as const)('%s', (_who, reader, on, standing) => {
    expect(standingOn(reader, day(on))).toBe(standing);
  });
});
