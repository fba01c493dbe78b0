import { readClc } from './clc-notation.js';
import { plainNotation } from './filing-order.js';

export type ClassDoubt = 'clc.invalid' | 'clc.no-such-class';

/**
 * First digits of the second level. Where the digits of a discipline did not suffice, a neighbour lends it some: O2 is of
 * mathematics, O5 of physics, V3 of aviation.
 */
const FIRST_DIGITS: Readonly<Record<string, string>> = {
  A: '1234578',
  B: '0123456789',
  C: '0123456789',
  D: '0123456789',
  E: '0123456789',
  F: '012345678',
  G: '012345678',
  H: '0123456789',
  I: '01234567',
  J: '0123456789',
  K: '0123456789',
  N: '0123456789',
  O: '1234567',
  P: '12345679',
  Q: '123456789',
  R: '123456789',
  S: '123456789',
  U: '1234568',
  V: '123457',
  X: '12345789',
  Z: '1234568',
};
const SECOND_LETTERS: Readonly<Record<string, string>> = { T: 'BDEFGHJKLMNPQSUV', D: 'F' };
/** Subdivisions go on after every third digit, but no class of the schedules is this deep. */
const DEEPEST = 12;

/**
 * Why a class number can hardly be one, although it may look like one: TX99 (T has no X), I999999.999 (no I9), or letters of
 * other schemes. Null where nothing speaks against it: what stands in the schedules below that only they know.
 */
export const doubtOf = (text: string): ClassDoubt | null => {
  const read = readClc(text);
  if (read.is === 'invalid') return 'clc.invalid';
  return plainNotation(read.notation).split(/[:+]/u).every(isPossible) ? null : 'clc.no-such-class';
};

const isPossible = (notation: string): boolean => {
  const [, letters = '', digits = ''] = /^([A-Z]+)([\d.]*)/.exec(notation) ?? [];
  const plain = digits.replaceAll('.', '');
  const [main = '', second = ''] = letters;
  if (letters.length > 2 || plain.length > DEEPEST) return false;
  if (second !== '') return SECOND_LETTERS[main]?.includes(second) ?? false;
  // T goes on with a letter; before it only the general subdivisions stand.
  return plain === '' || (FIRST_DIGITS[main]?.includes(plain[0] ?? '') ?? false);
};
