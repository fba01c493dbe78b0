import type { Static } from '@sinclair/typebox';
import type { CalendarDay } from '../ids.js';
import type { Section } from './classes.v1.js';

/** What tells a class from the others of its school: section (学段), year of entering it (级) and number (班). */
export type PlaceOfClass = {
  readonly section: Static<typeof Section>;
  readonly entryYear: number;
  readonly classNo: number;
};

const gradesBefore = { primary: 0, junior: 6, senior: 9 } as const;
const yearsIn = { primary: 6, junior: 3, senior: 3 } as const;
const nameOfSection = { primary: '小学', junior: '初中', senior: '高中' } as const;
const ordinals = '一二三四五六七八九';

/** The school year is named by its first calendar year: 1 September to 31 August. */
export const schoolYearOf = (day: CalendarDay): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);

/** The grade on a day, 1 to 12 over all sections (6-3-3); null before the class has entered and after graduation. */
export function gradeOn(
  { section, entryYear }: Omit<PlaceOfClass, 'classNo'>,
  day: CalendarDay,
): number | null {
  const year = schoolYearOf(day) - entryYear + 1;
  return year >= 1 && year <= yearsIn[section] ? gradesBefore[section] + year : null;
}

/** 三年级2班, 高一(3)班; outside its years in the section by 级: 小学2018级2班. */
export function classNameOn(place: PlaceOfClass, day: CalendarDay): string {
  const grade = gradeOn(place, day);
  if (grade === null) return `${nameOfSection[place.section]}${place.entryYear}级${place.classNo}班`;
  return grade <= 9
    ? `${ordinals[grade - 1] ?? ''}年级${place.classNo}班`
    : `高${ordinals[grade - 10] ?? ''}(${place.classNo})班`;
}
