import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { SECTIONS, type Section } from '@shulian/contracts/words';

/** What tells a class from the others of its school: section (学段), year of entering it (级) and number (班). */
export type PlaceOfClass = {
  readonly section: Section;
  readonly entryYear: number;
  readonly classNo: number;
};

/** 文科, 理科; where pupils choose by 3+1+2: 历史类, 物理类. */
export const STREAMS = ['arts', 'science', 'history', 'physics'] as const;
export type Stream = (typeof STREAMS)[number];

export type SchoolClass = PlaceOfClass & {
  readonly id: SchoolClassId;
  readonly schoolId: SchoolId;
  readonly version: number;
  readonly announced: number;
  /** What the school's own system calls it. */
  readonly externalId: string | null;
  /** Only classes of the senior section have one. */
  readonly stream: Stream | null;
  /** 校区, in the school's own words; null where it has one only. */
  readonly campus: string | null;
};

const sectionsOfKind: Readonly<Record<string, readonly Section[]>> = {
  primary: ['primary'],
  junior: ['junior'],
  senior: ['senior'],
  complete: ['junior', 'senior'],
  'nine-year': ['primary', 'junior'],
  'twelve-year': ['primary', 'junior', 'senior'],
};
/**
 * The sections whose grades a school has, lowest first. Grades are counted as six and three years everywhere; where they are divided
 * as five and four, the sixth is taught at the junior school, and its class goes on into the junior section a year later.
 */
export function sectionsOf(kindOfSchool: string, system: '6-3' | '5-4'): readonly Section[] {
  const sections = sectionsOfKind[kindOfSchool] ?? [];
  return system === '5-4' && sections[0] === 'junior' ? ['primary', ...sections] : sections;
}

const gradesBefore: Readonly<Record<Section, number>> = { primary: 0, junior: 6, senior: 9 };
const yearsIn: Readonly<Record<Section, number>> = { primary: 6, junior: 3, senior: 3 };

/** The school year is named by its first calendar year: 1 September to 31 August. */
export const schoolYearOf = (day: CalendarDay): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);

/** The grade on a day, 1 to 12 over all sections (6-3-3); null before the class has entered and after graduation. */
export function gradeOn(place: Pick<PlaceOfClass, 'section' | 'entryYear'>, day: CalendarDay): number | null {
  const year = schoolYearOf(day) - place.entryYear + 1;
  return year >= 1 && year <= yearsIn[place.section] ? gradesBefore[place.section] + year : null;
}

/** The last day in the section: who is in the class longer has graduated, with or without anybody saying so. */
export const lastDayOf = ({ section, entryYear }: Pick<PlaceOfClass, 'section' | 'entryYear'>): CalendarDay =>
  `${entryYear + yearsIn[section]}-08-31` as CalendarDay;

/** Whether those who enter in that year are the next ones, and lists of them are about: in the three months before. */
export const isComing = ({ entryYear }: Pick<PlaceOfClass, 'entryYear'>, day: CalendarDay): boolean =>
  entryYear === schoolYearOf(day) + 1 && day.slice(5) >= '06-01' && day.slice(5) < '09-01';

/** The section and entry year of those who are in a grade (1 to 12) on a day. */
export function placeOfGrade(grade: number, day: CalendarDay): Pick<PlaceOfClass, 'section' | 'entryYear'> {
  const section = [...SECTIONS].reverse().find((each) => grade > gradesBefore[each]);
  if (section === undefined || grade > 12 || !Number.isInteger(grade))
    throw new RangeError('grades are 1 to 12');
  return { section, entryYear: schoolYearOf(day) - (grade - gradesBefore[section]) + 1 };
}

const ordinals = '一二三四五六七八九';
const nameOfSection: Readonly<Record<Section, string>> = { primary: '小学', junior: '初中', senior: '高中' };

/** 三年级, 七年级, 高一: how a grade is called. */
export const gradeName = (grade: number): string =>
  grade <= 9 ? `${ordinals[grade - 1] ?? ''}年级` : `高${ordinals[grade - 10] ?? ''}`;

/** 三年级2班, 高一(3)班; outside its years in the section by 级: 小学2018级2班. */
export function nameOn(place: PlaceOfClass, day: CalendarDay): string {
  const grade = gradeOn(place, day);
  if (grade === null) return `${nameOfSection[place.section]}${place.entryYear}级${place.classNo}班`;
  return grade <= 9 ? `${gradeName(grade)}${place.classNo}班` : `${gradeName(grade)}(${place.classNo})班`;
}

/** Whether the entry year can be meant: nobody is in school from before 1990, and intake is planned one year ahead. */
export const isEntryYear = (year: number, day: CalendarDay): boolean =>
  year >= 1990 && year <= schoolYearOf(day) + 1;

/** The class with another stream or campus, of which nobody else is told. */
export function describedClass(
  schoolClass: SchoolClass,
  wish: Partial<Pick<SchoolClass, 'stream' | 'campus'>>,
): SchoolClass {
  const { stream, campus } = { ...schoolClass, ...wish };
  if (stream === schoolClass.stream && campus === schoolClass.campus) return schoolClass;
  return { ...schoolClass, stream, campus, version: schoolClass.version + 1 };
}

/** The class under another id of the school's own system, which nobody else is told. */
export const renamedOutside = (schoolClass: SchoolClass, externalId: string | null): SchoolClass =>
  externalId === schoolClass.externalId
    ? schoolClass
    : { ...schoolClass, externalId, version: schoolClass.version + 1 };

/** The class at another place, or the same one; every change is announced. */
export function movedClass(schoolClass: SchoolClass, to: Partial<PlaceOfClass>): SchoolClass {
  const { section, entryYear, classNo } = { ...schoolClass, ...to };
  const stays =
    section === schoolClass.section && entryYear === schoolClass.entryYear && classNo === schoolClass.classNo;
  if (stays) return schoolClass;
  return {
    ...schoolClass,
    section,
    entryYear,
    classNo,
    version: schoolClass.version + 1,
    announced: schoolClass.announced + 1,
  };
}
