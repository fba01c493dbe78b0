import type { ReaderKind, Section } from '@shulian/contracts/words';
import { isHeadingOfNames, type RosterField } from './roster-columns.js';
import { readingsOfClass, writtenGrade, type WrittenGrade } from './written-class.js';

export type PlaceInRoster = {
  readonly section: Section;
  readonly entryYear: number;
  readonly classNo: number;
};
type Intake = Pick<PlaceInRoster, 'section' | 'entryYear'>;

/** What the school and the other rooms of this service know, as far as reading a row needs it. */
export type RosterSchool = {
  readonly sections: readonly Section[];
  /** Section and entry year of a grade (1 to 12) on the day of the import. */
  readonly placeOfGrade: (grade: number) => Intake;
  /** Grade of those who entered the section in that year; null before and after it. */
  readonly gradeOf: (place: Intake) => number | null;
  /** Whether those who enter in that year are the next ones, and lists of them are about. */
  readonly isComing: (place: Intake) => boolean;
  readonly personName: (text: string) => string | null;
  readonly cardNumber: (text: string) => string | null;
  readonly isIdentityNumber: (number: string) => boolean;
};

/** Where a row stands in the file: `sheet` null where there is only one. Rows are counted from 1. */
export type RowInFile = { readonly sheet: string | null; readonly row: number };

/** A person of the roster. `kind` null: the file does not say; `place` null: no class. */
export type RosterPerson = RowInFile & {
  readonly name: string;
  readonly number: string | null;
  readonly kind: ReaderKind | null;
  readonly place: PlaceInRoster | null;
};

/** Why a row is not taken. What could be read of the person keeps a known reader from counting as a leaver. */
export type RosterFault = RowInFile & {
  readonly field: RosterField;
  readonly code: string;
  readonly name: string | null;
  readonly number: string | null;
};

/** What stands in the cells that are read: their text, or why it must not be taken. */
export type RosterCells = Readonly<Partial<Record<RosterField, string | { readonly fault: string }>>>;

const kinds: Readonly<Record<ReaderKind, readonly string[]>> = {
  student: ['学生', '小学生', '初中生', '高中生', '中学生', 'student', 'pupil'],
  teacher: ['教师', '老师', '教职工', '教职员工', '专任教师', '任课教师', '班主任', 'teacher'],
  staff: ['职工', '员工', '工勤', '行政', '行政人员', '教辅', '后勤', 'staff'],
  external: ['校外', '外部', '校外读者', '家长', '社区', 'external', 'parent'],
};
const kindNames = Object.keys(kinds) as ReaderKind[];
const sectionNames: Readonly<Record<string, Section>> = {
  小学: 'primary',
  小学部: 'primary',
  初中: 'junior',
  初中部: 'junior',
  初级中学: 'junior',
  高中: 'senior',
  高中部: 'senior',
  高级中学: 'senior',
  primary: 'primary',
  junior: 'junior',
  senior: 'senior',
};

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\p{DI}/gu, '')
    .trim();
const writtenKind = (text: string): ReaderKind | null =>
  kindNames.find((each) => kinds[each].includes(plain(text).toLowerCase())) ?? null;

/** A sheet called 9-1, 12-25 or 1015 is of a day; a class or a grade says that it is one. */
const saysClass = (sheet: string): boolean => /[年级班初高小]|grade|class|[([{（〔［【｛]/i.test(sheet);
/** What spreadsheets call the second copy of a sheet; `三年级 (2)` is no class 2. */
const isNamedAsCopy = (sheet: string): boolean => /\s\(\d+\)$/.test(sheet);

/**
 * What the name of a sheet says of all who stand in it, where the table itself has no such column: one sheet a class, a grade
 * or a kind of readers is how schools part their lists.
 */
export function toldBySheet(name: string, columns: readonly RosterField[]): RosterCells {
  const lacks = (field: RosterField): boolean => !columns.includes(field);
  const hasGrade = !lacks('grade') || !lacks('entryYear');
  const isOfClass = saysClass(name) && !isNamedAsCopy(name);
  if (lacks('class') && isOfClass && readingsOfClass(name).some(({ grade }) => hasGrade || grade !== null))
    return { class: name };
  if (!lacks('class') && !hasGrade && isOfClass && writtenGrade(name) !== null) return { grade: name };
  return lacks('kind') && writtenKind(name) !== null ? { kind: name } : {};
}

/** What stands among the names and is none: headings of the next page, sums, remarks and signatures below a table. */
const isNoPerson = (name: string): boolean =>
  isHeadingOfNames(name) ||
  /^(?:合计|总计|小计|共计|总人数|人数|备注|说明|注|total|sum|subtotal)$/i.test(name) ||
  /[:：]/.test(name);

/** One row of the file. */
export function rosterRow(
  { sheet, row }: RowInFile,
  cells: RosterCells,
  school: RosterSchool,
): RosterPerson | RosterFault {
  const told = (field: RosterField): string => {
    const cell = cells[field];
    return typeof cell === 'string' ? plain(cell) : '';
  };
  const name = typeof cells.name === 'string' ? school.personName(cells.name) : null;
  const number = told('number') === '' ? null : school.cardNumber(told('number'));
  const fault = (field: RosterField, code: string): RosterFault => ({
    sheet,
    row,
    field,
    code,
    name,
    number,
  });

  for (const [field, cell] of Object.entries(cells) as [RosterField, RosterCells[RosterField]][])
    if (typeof cell === 'object') return fault(field, cell.fault);
  if (name === null) return fault('name', told('name') === '' ? 'name.missing' : 'name.malformed');
  if (isNoPerson(name)) return fault('name', 'name.not-a-person');
  if (told('number') !== '' && number === null) return fault('number', 'card.number-malformed');
  if (number !== null && school.isIdentityNumber(number)) return fault('number', 'card.number-is-identity');
  const kind = writtenKind(told('kind'));
  if (told('kind') !== '' && kind === null) return fault('kind', 'kind.unknown');

  const place = placeIn(told, school);
  if (place !== null && 'code' in place) return fault(place.field, place.code);
  if (place === null && kind === 'student') return fault('class', 'class.missing');
  return { sheet, row, name, number, kind, place };
}

type PlaceFault = { readonly field: RosterField; readonly code: string };
const isFault = (found: Intake | PlaceInRoster | PlaceFault): found is PlaceFault => 'code' in found;

function placeIn(
  told: (field: RosterField) => string,
  school: RosterSchool,
): PlaceInRoster | PlaceFault | null {
  const classText = told('class');
  const columns = (['grade', 'entryYear'] as const).filter((field) => told(field) !== '');
  if (columns.length === 0 && classText === '') return null;
  const readings = readingsOfClass(classText);
  const [first] = readings;
  if (first === undefined)
    return { field: 'class', code: classText === '' ? 'class.missing' : 'class.unreadable' };
  const section = sectionNames[told('section').toLowerCase()] ?? null;
  if (told('section') !== '' && section === null) return { field: 'section', code: 'section.unknown' };

  const intakes: (Intake | PlaceFault)[] = [];
  for (const field of columns) {
    const written = writtenGrade(told(field));
    if (written === null) return { field, code: 'grade.unreadable' };
    intakes.push(resolved(field, written, section, school));
  }
  const places = readings.map(({ grade, classNo }) =>
    placed(grade === null ? intakes : [...intakes, resolved('class', grade, section, school)], classNo),
  );
  const possible = places.filter((place) => !isFault(place));
  // Of several readings the grade in another column may leave one; by itself such a name says nothing for sure.
  if (readings.length > 1 && (possible.length > 1 || intakes.length === 0))
    return { field: 'class', code: 'class.unreadable' };
  return possible[0] ?? places[0] ?? null;
}

/** The class of an intake, where all that was told of the intake is the same. */
function placed(intakes: readonly (Intake | PlaceFault)[], classNo: number): PlaceInRoster | PlaceFault {
  const [first] = intakes;
  if (first === undefined) return { field: 'grade', code: 'grade.missing' };
  for (const each of intakes) {
    if (isFault(each)) return each;
    if (!isFault(first) && (each.section !== first.section || each.entryYear !== first.entryYear))
      return { field: 'class', code: 'class.contradicts-grade' };
  }
  return isFault(first) ? first : { ...first, classNo };
}

function resolved(
  field: RosterField,
  written: WrittenGrade,
  section: Section | null,
  school: RosterSchool,
): Intake | PlaceFault {
  const said = written.is === 'entry' ? (written.section ?? section) : section;
  if (said !== null && section !== null && said !== section)
    return { field, code: 'class.contradicts-grade' };
  const sections = said === null ? school.sections : school.sections.filter((each) => each === said);
  if (sections.length === 0)
    return { field: section === null ? field : 'section', code: 'class.section-not-in-school' };
  if (written.is === 'entry') {
    const candidates = sections.map((each) => ({ section: each, entryYear: written.year }));
    // A year without a grade may be one of leaving (in some provinces 高2027级 leaves in 2027): not ours to guess.
    const present = candidates.filter((place) => school.gradeOf(place) !== null || school.isComing(place));
    const [only] = present;
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
