import type { RosterField } from './roster-columns.js';
import { writtenClass, writtenGrade, type WrittenGrade } from './written-class.js';

export type SectionOfRoster = 'primary' | 'junior' | 'senior';
export type KindOfRoster = 'student' | 'teacher' | 'staff' | 'external';
export type PlaceInRoster = {
  readonly section: SectionOfRoster;
  readonly entryYear: number;
  readonly classNo: number;
};

/** What the school and the other rooms of this service know, as far as reading a row needs it. */
export type RosterSchool = {
  readonly sections: readonly SectionOfRoster[];
  /** Section and entry year of a grade (1 to 12) on the day of the import. */
  readonly placeOfGrade: (grade: number) => Pick<PlaceInRoster, 'section' | 'entryYear'>;
  /** Grade of those who entered the section in that year; null before and after it. */
  readonly gradeOf: (place: Pick<PlaceInRoster, 'section' | 'entryYear'>) => number | null;
  readonly personName: (text: string) => string | null;
  readonly cardNumber: (text: string) => string | null;
  readonly isIdentityNumber: (number: string) => boolean;
};

/** A person of the roster. `kind` null: the file does not say; `place` null: no class. */
export type RosterPerson = {
  readonly row: number;
  readonly name: string;
  readonly number: string | null;
  readonly kind: KindOfRoster | null;
  readonly place: PlaceInRoster | null;
};

/** Why a row is not taken. What could be read of the person keeps a known reader from counting as a leaver. */
export type RosterFault = {
  readonly row: number;
  readonly field: RosterField;
  readonly code: string;
  readonly name: string | null;
  readonly number: string | null;
};

export type RosterCells = Readonly<Partial<Record<RosterField, string>>>;

const kinds: Readonly<Record<KindOfRoster, readonly string[]>> = {
  student: ['学生', '小学生', '初中生', '高中生', '中学生', 'student', 'pupil'],
  teacher: ['教师', '老师', '教职工', '教职员工', '专任教师', '任课教师', '班主任', 'teacher'],
  staff: ['职工', '员工', '工勤', '行政', '行政人员', '教辅', '后勤', 'staff'],
  external: ['校外', '外部', '校外读者', '家长', '社区', 'external', 'parent'],
};
const kindNames = Object.keys(kinds) as KindOfRoster[];
const sectionNames: Readonly<Record<string, SectionOfRoster>> = {
  小学: 'primary',
  初中: 'junior',
  初级中学: 'junior',
  高中: 'senior',
  高级中学: 'senior',
  primary: 'primary',
  junior: 'junior',
  senior: 'senior',
};

/** One row of the file. @param row its number in the file, the first being 1 */
export function rosterRow(row: number, cells: RosterCells, school: RosterSchool): RosterPerson | RosterFault {
  const told = (field: RosterField): string => (cells[field] ?? '').normalize('NFKC').trim();
  const name = school.personName(cells.name ?? '');
  const number = told('number') === '' ? null : school.cardNumber(told('number'));
  const fault = (field: RosterField, code: string): RosterFault => ({ row, field, code, name, number });

  if (name === null) return fault('name', told('name') === '' ? 'name.missing' : 'name.malformed');
  if (told('number') !== '' && number === null) return fault('number', 'card.number-malformed');
  if (number !== null && school.isIdentityNumber(number)) return fault('number', 'card.number-is-identity');
  const word = told('kind').toLowerCase();
  const kind = kindNames.find((each) => kinds[each].includes(word)) ?? null;
  if (word !== '' && kind === null) return fault('kind', 'kind.unknown');

  const place = placeIn(told, school);
  if (place !== null && 'code' in place) return fault(place.field, place.code);
  if (place === null && kind === 'student') return fault('class', 'class.missing');
  return { row, name, number, kind, place };
}

type PlaceFault = { readonly field: RosterField; readonly code: string };

function placeIn(
  told: (field: RosterField) => string,
  school: RosterSchool,
): PlaceInRoster | PlaceFault | null {
  const [gradeText, classText, yearText, sectionText] = (
    ['grade', 'class', 'entryYear', 'section'] as const
  ).map(told) as [string, string, string, string];
  if (gradeText === '' && classText === '' && yearText === '') return null;
  const schoolClass = classText === '' ? null : writtenClass(classText);
  if (schoolClass === null)
    return { field: 'class', code: classText === '' ? 'class.missing' : 'class.unreadable' };
  const section = sectionNames[sectionText.toLowerCase()] ?? null;
  if (sectionText !== '' && section === null) return { field: 'section', code: 'section.unknown' };

  const found: ReturnType<typeof resolved>[] = [];
  for (const [field, text] of [
    ['grade', gradeText],
    ['entryYear', yearText],
  ] as const) {
    if (text === '') continue;
    const written = writtenGrade(text);
    if (written === null) return { field, code: 'grade.unreadable' };
    found.push(resolved(field, written, section, school));
  }
  if (schoolClass.grade !== null) found.push(resolved('class', schoolClass.grade, section, school));
  const [first] = found;
  if (first === undefined) return { field: 'grade', code: 'grade.missing' };
  for (const each of found) {
    if ('code' in each) return each;
    if (!('code' in first) && (each.section !== first.section || each.entryYear !== first.entryYear))
      return { field: 'class', code: 'class.contradicts-grade' };
  }
  return 'code' in first ? first : { ...first, classNo: schoolClass.classNo };
}

function resolved(
  field: RosterField,
  written: WrittenGrade,
  section: SectionOfRoster | null,
  school: RosterSchool,
): Pick<PlaceInRoster, 'section' | 'entryYear'> | PlaceFault {
  const sections = section === null ? school.sections : school.sections.filter((each) => each === section);
  if (sections.length === 0) return { field: 'section', code: 'class.section-not-in-school' };
  if (written.is === 'entry') {
    const candidates = sections.map((each) => ({ section: each, entryYear: written.year }));
    const present = candidates.filter((place) => school.gradeOf(place) !== null);
    const [only] = candidates.length === 1 ? candidates : present;
    if (only === undefined) return { field, code: 'grade.not-in-school' };
    return present.length > 1 ? { field, code: 'grade.ambiguous' } : only;
  }
  if (written.is === 'ordinal' && !sections.includes('primary')) {
    const [only] = sections;
    if (only === undefined || sections.length > 1) return { field, code: 'grade.ambiguous' };
    return school.placeOfGrade((only === 'junior' ? 6 : 9) + written.n);
  }
  const place = school.placeOfGrade(written.is === 'ordinal' ? written.n : written.grade);
  return sections.includes(place.section) ? place : { field, code: 'class.section-not-in-school' };
}
