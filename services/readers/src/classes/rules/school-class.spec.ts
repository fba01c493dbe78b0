import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay } from '@shulian/contracts/ids';
import { SECTIONS } from '@shulian/contracts/words';
import {
  gradeOn,
  isEntryYear,
  movedClass,
  nameOn,
  placeOfGrade,
  schoolYearOf,
  sectionsOf,
  type SchoolClass,
} from './school-class.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const anyDay = fc
  .date({ min: new Date('1991-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('the grade of a class', () => {
  it('steps on 1 September and ends with the section', () => {
    const place = { section: 'primary', entryYear: 2020 } as const;
    const grades = ['2020-08-31', '2020-09-01', '2021-08-31', '2021-09-01', '2026-08-31', '2026-09-01'];
    expect(grades.map((each) => gradeOn(place, day(each)))).toEqual([null, 1, 1, 2, 6, null]);
    expect(gradeOn({ section: 'junior', entryYear: 2026 }, day('2026-11-22'))).toBe(7);
    expect(gradeOn({ section: 'senior', entryYear: 2024 }, day('2026-11-22'))).toBe(12);
    expect(gradeOn({ section: 'senior', entryYear: 2023 }, day('2026-11-22'))).toBeNull();
  });

  it('and the place of a grade undo each other, on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), anyDay, (grade, on) => {
        expect(gradeOn(placeOfGrade(grade, on), on)).toBe(grade);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...SECTIONS),
        fc.integer({ min: 1985, max: 2095 }),
        anyDay,
        (section, entryYear, on) => {
          const grade = gradeOn({ section, entryYear }, on);
          if (grade !== null) expect(placeOfGrade(grade, on)).toEqual({ section, entryYear });
        },
      ),
    );
    for (const grade of [0, 13, 1.5])
      expect(() => placeOfGrade(grade, day('2026-11-22'))).toThrow(RangeError);
  });

  it('never falls while time goes on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SECTIONS),
        fc.integer({ min: 1991, max: 2090 }),
        anyDay,
        anyDay,
        (section, entryYear, one, other) => {
          const [earlier, later] = one < other ? [one, other] : [other, one];
          const [from, to] = [
            gradeOn({ section, entryYear }, earlier),
            gradeOn({ section, entryYear }, later),
          ];
          if (from !== null && to !== null) expect(from).toBeLessThanOrEqual(to);
        },
      ),
    );
  });
});

describe('the name of a class', () => {
  it('is the one people say, and the one of its intake outside its years', () => {
    const on = day('2026-11-22');
    const name = (section: 'primary' | 'junior' | 'senior', entryYear: number): string =>
      nameOn({ section, entryYear, classNo: 2 }, on);
    expect([
      name('primary', 2024),
      name('junior', 2024),
      name('senior', 2026),
      name('primary', 2018),
    ]).toEqual(['三年级2班', '九年级2班', '高一(2)班', '小学2018级2班']);
  });

  it('is another one for every grade', () => {
    const names = Array.from({ length: 12 }, (_, n) =>
      nameOn({ ...placeOfGrade(n + 1, day('2026-11-22')), classNo: 1 }, day('2026-11-22')),
    );
    expect(new Set(names).size).toBe(12);
  });
});

describe('a class', () => {
  it('is opened for an intake of 1990 to the next one', () => {
    const on = day('2026-08-31');
    expect(schoolYearOf(on)).toBe(2025);
    expect([1989, 1990, 2026, 2027].map((year) => isEntryYear(year, on))).toEqual([false, true, true, false]);
  });

  it('belongs to a section its school has', () => {
    expect(sectionsOf('complete', '6-3')).toEqual(['junior', 'senior']);
    expect(sectionsOf('complete', '5-4')).toEqual(['primary', 'junior', 'senior']);
    expect(sectionsOf('nine-year', '5-4')).toEqual(['primary', 'junior']);
    expect(sectionsOf('unheard of', '6-3')).toEqual([]);
  });

  it('has a new version only when something changed', () => {
    const schoolClass = {
      section: 'primary',
      entryYear: 2024,
      classNo: 1,
      version: 4,
      announced: 3,
    } as SchoolClass;
    expect(movedClass(schoolClass, { classNo: 1 })).toBe(schoolClass);
    expect(movedClass(schoolClass, { classNo: 2 })).toMatchObject({ classNo: 2, version: 5, announced: 4 });
  });
});
