import type { Section } from '@shulian/contracts/words';

/** A grade as people write it: of the county's twelve, the n-th of its section, or by the year of entry. */
export type WrittenGrade =
  | { readonly is: 'grade'; readonly grade: number }
  | { readonly is: 'ordinal'; readonly n: number }
  | { readonly is: 'entry'; readonly year: number; readonly section: Section | null };

/** One way to read what stands in a cell; `grade` null: the class alone. */
export type WrittenClass = { readonly grade: WrittenGrade | null; readonly classNo: number };

const digits = '零一二三四五六七八九';

/** 三 → 3, 十二 → 12, 二十 → 20, 7 → 7, 07 → 7; null for anything else or out of 1 to 99. */
export function writtenNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) || null;
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (parts === null || text === '') return null;
  const [, tens, ten, ones] = parts;
  if (ten === undefined) return tens !== undefined && ones === undefined ? digits.indexOf(tens) : null;
  return (
    (tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones))
  );
}

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{DI}]/gu, '')
    .replaceAll(/[〔［【{[]/g, '(')
    .replaceAll(/[〕］】}\]]/g, ')')
    .replaceAll(/[‐‑‒–—―－_·•・]/g, '-')
    .toLowerCase();

const sectionWords: Readonly<Record<string, Section>> = {
  小: 'primary',
  小学: 'primary',
  初: 'junior',
  初中: 'junior',
  高: 'senior',
  高中: 'senior',
};
const gradesBefore: Readonly<Record<Section, number>> = { primary: 0, junior: 6, senior: 9 };

/** 三年级, 3, G3, 初一, 初中二年级, 七年级, 高三, 2024级, 高26级; null when it is no grade. */
export function writtenGrade(text: string): WrittenGrade | null {
  const grade = tidy(text).replace(/^(?:grade|g)\.?(?=\d)/, '');
  const entry = /^(小学?|初中?|高中?)?((?:19|20)?\d{2})级$/.exec(grade) ?? /^()((?:19|20)\d{2})$/.exec(grade);
  if (entry !== null) {
    const [, section = '', year = ''] = entry;
    return {
      is: 'entry',
      year: Number(year.length === 2 ? `20${year}` : year),
      section: sectionWords[section] ?? null,
    };
  }
  const inSection = /^(小学?|初中?|高中?)(\d|[一二三四五六])(?:年级|年)?$/.exec(grade);
  if (inSection !== null) {
    const [, section = '', which = ''] = inSection;
    const n = writtenNumber(which);
    const from = gradesBefore[sectionWords[section] ?? 'primary'];
    return n !== null && n <= (from === 0 ? 6 : 3) ? { is: 'grade', grade: from + n } : null;
  }
  const n = writtenNumber(/^(.+?)(?:年级|年)?$/.exec(grade)?.[1] ?? '');
  if (n === null || n > 12) return null;
  // A junior school calls its lowest grade 一年级, too: which of the twelve it is, the school decides.
  return n <= 3 ? { is: 'ordinal', n } : { is: 'grade', grade: n };
}

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const SECTION = '(?:小学?|初中?|高中?)';
/** What says of itself that it is a grade: 三年级, 一年, 高一, 初中二年级, 2024级, 高26级, Grade 3. */
const NAMED_GRADE = `(?:${SECTION}?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})年级?|${SECTION}[一二三四五六]|${SECTION}?(?:\\d{4}|\\d{2})级|(?:grade|g)\\.?\\d{1,2})`;

/** Each is a way to write a class; what several of them can read has several readings. */
const forms: readonly RegExp[] = [
  // 2, 2班, (2)班, 二班, 第二班
  new RegExp(`^()第?\\(?${NUMBER}\\)?班?$`),
  // 高一一班, 初二3班, 三年级2班, 三年级(2)班, 高一(3), 2024级3班, 三年级第2班, 一年级二
  new RegExp(`^(${NAMED_GRADE})[-.]?第?(?:${NUMBER}|\\(${NUMBER}\\))班?$`),
  // 八(2), 三(2)班, 3(2)班
  new RegExp(`^([1-9]|1[0-2]|[一二三四五六七八九]|十[一二]?)\\(${NUMBER}\\)班?$`),
  // 高2(3)班, 初1-3班
  new RegExp(`^(${SECTION}[1-6])(?:\\(${NUMBER}\\)班?|-${NUMBER}班?)$`),
  // 三2班, 三二班: a grade of one sign before the number
  new RegExp(`^([一二三四五六七八九])${NUMBER}班$`),
  // 3-2, 3-2班, 三-2班, 3.2班
  new RegExp(`^([1-9]|1[0-2]|[一二三四五六七八九])(?:-${NUMBER}班?|\\.${NUMBER}班)$`),
  // 302, 302班, 1203班; 高302班
  /^([1-9]|1[0-2])(\d{2})班?$/,
  new RegExp(`^(${SECTION}[1-6])(\\d{2})班?$`),
  // Grade 3 Class 2
  /^(?:grade|g)\.?(\d{1,2}),?-?(?:class|c)\.?(\d{1,2})$/,
  /^()class\.?(\d{1,2})$/,
];

/** All ways to read what stands in a cell for a class; none when it is no class. */
export function readingsOfClass(text: string): WrittenClass[] {
  const words = tidy(text).replace(/^class\.?(\d{1,2}),?(grade\.?\d{1,2})$/, '$2class$1');
  const readings = new Map<string, WrittenClass>();
  for (const form of forms) {
    const [, grade, ...numbers] = form.exec(words) ?? [];
    const classNo = writtenNumber(numbers.find((each) => each !== undefined) ?? '');
    if (grade === undefined || classNo === null) continue;
    const written = grade === '' ? null : writtenGrade(grade);
    if (grade !== '' && written === null) continue;
    const reading = { grade: written, classNo };
    readings.set(JSON.stringify(reading), reading);
  }
  return [...readings.values()];
}
