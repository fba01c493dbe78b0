import { describe, expect, it } from '@jest/globals';
import { contradictionsOf, perHead, targetFor, type LoanTarget } from './loan-target.js';

const targets: readonly LoanTarget[] = [
  { of: 'pupil', grade: null, loans: 2 },
  { of: 'pupil', grade: 5, loans: 10 },
  { of: 'class', grade: null, loans: 10 },
];

describe('a loan target', () => {
  it('[CIR-026] is that of the grade, else that of all', () => {
    expect(targetFor(targets, 'pupil', 5)).toBe(10);
    expect(targetFor(targets, 'pupil', 4)).toBe(2);
    expect(targetFor(targets, 'pupil', null)).toBe(2);
    expect(targetFor(targets, 'class', 5)).toBe(10);
    expect(targetFor([], 'pupil', 5)).toBeNull();
  });
  it('[CIR-012] is five a term for teachers, unless the school says otherwise', () => {
    expect(targetFor([], 'teacher', null)).toBe(5);
    expect(targetFor([{ of: 'teacher', grade: null, loans: 8 }], 'teacher', null)).toBe(8);
  });
  it('is said once of a grade, and of no grade for teachers', () => {
    expect(contradictionsOf(targets)).toEqual([]);
    expect(contradictionsOf([...targets, { of: 'pupil', grade: 5, loans: 3 }])).toEqual([3]);
    expect(contradictionsOf([{ of: 'teacher', grade: 5, loans: 3 }])).toEqual([0]);
  });
  it('is compared with what each has, with one place', () => {
    expect(perHead(10, 3)).toBe(3.3);
    expect(perHead(0, 3)).toBe(0);
    expect(perHead(3, 0)).toBeNull();
  });
});
