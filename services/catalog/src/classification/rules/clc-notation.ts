import { plainNotation } from './filing-order.js';

/** The 22 main classes of the Chinese Library Classification; there is no L, M, W or Y. */
export const MAIN_CLASSES: Readonly<Record<string, string>> = {
  A: '马克思主义、列宁主义、毛泽东思想、邓小平理论',
  B: '哲学、宗教',
  C: '社会科学总论',
  D: '政治、法律',
  E: '军事',
  F: '经济',
  G: '文化、科学、教育、体育',
  H: '语言、文字',
  I: '文学',
  J: '艺术',
  K: '历史、地理',
  N: '自然科学总论',
  O: '数理科学和化学',
  P: '天文学、地球科学',
  Q: '生物科学',
  R: '医药、卫生',
  S: '农业科学',
  T: '工业技术',
  U: '交通运输',
  V: '航空、航天',
  X: '环境科学、安全科学',
  Z: '综合性图书',
};

export type ClcWarning =
  | 'clc.several-numbers'
  | 'clc.schedule-form'
  | 'clc.recommended-mark'
  | 'clc.unusual-second-letter'
  | 'clc.dots-misplaced';

export type ReadClc =
  | { readonly is: 'valid'; readonly notation: string; readonly warnings: readonly ClcWarning[] }
  | { readonly is: 'invalid'; readonly text: string };

const SUFFIX = String.raw`(?:-\d+(?:\.\d+)*|\([\d/.,]+\)|"[\d.]+"|=\d+(?:\.\d+)*|<\d+(?:\.\d+)*>)`;
const STEM = String.raw`[ABCDEFGHIJKNOPQRSTUVXZ][A-Z]{0,2}[\d.]*[A-Z]{0,4}`;
const NUMBER = new RegExp(String.raw`^${STEM}${SUFFIX}*(?:[:+]${STEM}${SUFFIX}*)*$`);

/**
 * A class number as found in 690 or typed by a cataloguer: valid as it is, valid after repair (with warnings), or invalid.
 * Repaired: full-width signs, several numbers in one field (the first wins), schedule-only brackets `[ ]` `{ }`, the
 * trailing lower-case `a`, dots not after every third digit.
 */
export const readClc = (text: string): ReadClc => {
  const warnings: ClcWarning[] = [];
  const pieces = text
    .split(/[;；、|]/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const first = pieces[0] ?? '';
  if (pieces.length > 1) warnings.push('clc.several-numbers');
  let unmarked = first.replace(/[\s\u3000]+$/u, '');
  if (/[\d)"'>]a$/u.test(unmarked)) {
    warnings.push('clc.recommended-mark');
    unmarked = unmarked.slice(0, -1);
  }
  let notation = plainNotation(unmarked);
  if (/[[\]{}]/.test(notation)) {
    warnings.push('clc.schedule-form');
    notation = notation.replace(/[[\]{}]/g, '');
  }
  if (!NUMBER.test(notation)) return { is: 'invalid', text };
  const dotted = withDots(notation);
  if (dotted !== notation) warnings.push('clc.dots-misplaced');
  if (/^[A-SU-Z][A-Z]/.test(dotted)) warnings.push('clc.unusual-second-letter');
  return { is: 'valid', notation: dotted, warnings };
};

/** A dot after every third digit of a stem, only for reading: K837125 becomes K837.125. */
const withDots = (notation: string): string =>
  notation.replace(/(^|[:+])([A-Z]+)([\d.]+)/g, (_, lead: string, letters: string, digits: string) => {
    const plain = digits.replaceAll('.', '');
    return lead + letters + (plain.match(/\d{1,3}/g) ?? []).join('.');
  });

/** The main class letter, the key of the classified ledger; null for what is no class number. */
export const mainClassOf = (notation: string): string | null => {
  const letter = plainNotation(notation)[0] ?? '';
  return letter in MAIN_CLASSES ? letter : null;
};
