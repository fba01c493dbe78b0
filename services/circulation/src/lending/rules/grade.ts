import type { CalendarDay } from '@shulian/contracts/ids';
import { yearOf } from './day.js';

export type Section = 'primary' | 'junior' | 'senior';

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
