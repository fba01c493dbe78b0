import { gradeOn } from '@shulian/contracts/readers';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { KnownClass } from '../../from-readers/school-life.query.js';

/** The classes of some grades on a day, with their grade; of all grades where none are named. */
export const classesOfGrades = (
  classes: readonly KnownClass[],
  grades: readonly number[],
  day: CalendarDay,
): (KnownClass & { readonly grade: number })[] =>
  classes
    .flatMap((one) => {
      const grade = gradeOn(one, day);
      return grade !== null && (grades.length === 0 || grades.includes(grade)) ? [{ ...one, grade }] : [];
    })
    .sort((one, other) => one.grade - other.grade || (one.name < other.name ? -1 : 1));
