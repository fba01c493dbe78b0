import type { CalendarDay } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import { yearOf } from '../calendar/day.js';
import type { BorrowerKind } from '../policy/loan-policy.js';

export type { Section };

const firstGrade: Record<Section, number> = { primary: 1, junior: 7, senior: 10 };
const lastGrade: Record<Section, number> = { primary: 6, junior: 9, senior: 12 };

/** The school year begins on 1 September. */
export const schoolYearOf = (day: CalendarDay): number => yearOf(day) - (day.slice(5) < '09-01' ? 1 : 0);

/** Grade 1 to 12 of a class on a day, from the year it entered its section; null before it enters and after it leaves. */
export function gradeOn(section: Section | null, entryYear: number | null, day: CalendarDay): number | null {
  if (section === null || entryYear === null) return null;
  const grade = firstGrade[section] + schoolYearOf(day) - entryYear;
  return grade < firstGrade[section] || grade > lastGrade[section] ? null : grade;
}

/** The school year in which a class is in its section no more. */
const yearAfter = (section: Section, entryYear: number): number =>
  entryYear + lastGrade[section] - firstGrade[section] + 1;

/**
 * Whether a reader, or a class, belongs to the school on a day. A pupil whose class has left its section has graduated, with or without
 * anybody saying so: figures and lists count him no more, and no desk lends to him.
 */
export const standingOn = (
  reader: {
    readonly standing: 'active' | 'left';
    readonly kind: BorrowerKind;
    readonly section: Section | null;
    readonly entryYear: number | null;
  },
  day: CalendarDay,
): 'active' | 'left' => {
  const { standing, kind, section, entryYear } = reader;
  if (
    standing === 'left' ||
    (kind !== 'student' && kind !== 'class') ||
    section === null ||
    entryYear === null
  )
    return standing;
  return schoolYearOf(day) >= yearAfter(section, entryYear) ? 'left' : 'active';
};
