/** A grade as people write it: of the county's twelve, the n-th of its section, or by the year of entry. */
export type WrittenGrade =
  | { readonly is: 'grade'; readonly grade: number }
  | { readonly is: 'ordinal'; readonly n: number }
  | { readonly is: 'entry'; readonly year: number };

export type WrittenClass = { readonly grade: WrittenGrade | null; readonly classNo: number };

const digits = '零一二三四五六七八九';

/** 三 → 3, 十二 → 12, 二十 → 20, 7 → 7; null for anything else or out of 1 to 99. */
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

const tidy = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');
const before: Readonly<Record<string, number>> = { 小: 0, 小学: 0, 初: 6, 初中: 6, 高: 9, 高中: 9 };

/** 三年级, 3, G3, 初一, 初中二年级, 七年级, 高三, 2024级; null when it is no grade. */
export function writtenGrade(text: string): WrittenGrade | null {
  const grade = tidy(text).replace(/^(?:grade|g)\.?(?=\d)/i, '');
  const year = /^((?:19|20)\d{2})级?$/.exec(grade)?.[1];
  if (year !== undefined) return { is: 'entry', year: Number(year) };
  const inSection = /^(小学|初中|高中|小|初|高)(\d|[一二三四五六])(?:年级)?$/.exec(grade);
  if (inSection !== null) {
    const [, section = '', which = ''] = inSection;
    const n = writtenNumber(which);
    const from = before[section] ?? 0;
    return n !== null && n <= (from === 0 ? 6 : 3) ? { is: 'grade', grade: from + n } : null;
  }
  const n = writtenNumber(/^(.+?)(?:年级|年)?$/.exec(grade)?.[1] ?? '');
  if (n === null || n > 12) return null;
  // A junior school calls its lowest grade 一年级, too: which of the twelve it is, the school decides.
  return n <= 3 ? { is: 'ordinal', n } : { is: 'grade', grade: n };
}

/** 2, 2班, (2)班, 二班, 三年级2班, 三(2)班, 高一(3)班, 2024级3班, 302班; null when it is no class. */
export function writtenClass(text: string): WrittenClass | null {
  const words = tidy(text);
  const bare = /^\(?(\d{1,2}|[一二三四五六七八九十]{1,3})\)?班?$/.exec(words)?.[1];
  if (bare !== undefined) {
    const classNo = writtenNumber(bare);
    return classNo === null ? null : { grade: null, classNo };
  }
  const [, grade, no] =
    /^([1-9])(\d{2})班?$/.exec(words) ??
    /^(.+?级|.+?)\(?(\d{1,2}|[一二三四五六七八九十]{1,3})\)?班$/.exec(words) ??
    [];
  if (grade === undefined || no === undefined) return null;
  const [written, classNo] = [writtenGrade(grade), writtenNumber(no.replace(/^0(?=\d)/, ''))];
  return written === null || classNo === null ? null : { grade: written, classNo };
}
