/**
 * MARC-8, the character coding of MARC21 before Unicode: ASCII and ANSEL (ANSI/NISO Z39.47) with combining marks before
 * their base letter, plus the three "technique 1" sets (Greek symbols, subscripts, superscripts).
 * Other sets (Cyrillic, Arabic, Hebrew, Greek, EACC) are reported, their characters become U+FFFD.
 * Source: MARC 21 Specifications for Record Structure, Character Sets and Exchange Media, part 2.
 */
const ANSEL_LETTERS: ReadonlyMap<number, number> = new Map([
  [0x8d, 0x200d], [0x8e, 0x200c], [0xa1, 0x0141], [0xa2, 0x00d8], [0xa3, 0x0110], [0xa4, 0x00de], [0xa5, 0x00c6],
  [0xa6, 0x0152], [0xa7, 0x02b9], [0xa8, 0x00b7], [0xa9, 0x266d], [0xaa, 0x00ae], [0xab, 0x00b1], [0xac, 0x01a0],
  [0xad, 0x01af], [0xae, 0x02bc], [0xb0, 0x02bb], [0xb1, 0x0142], [0xb2, 0x00f8], [0xb3, 0x0111], [0xb4, 0x00fe],
  [0xb5, 0x00e6], [0xb6, 0x0153], [0xb7, 0x02ba], [0xb8, 0x0131], [0xb9, 0x00a3], [0xba, 0x00f0], [0xbc, 0x01a1],
  [0xbd, 0x01b0], [0xc0, 0x00b0], [0xc1, 0x2113], [0xc2, 0x2117], [0xc3, 0x00a9], [0xc4, 0x266f], [0xc5, 0x00bf],
  [0xc6, 0x00a1], [0xc7, 0x00df], [0xc8, 0x20ac],
]); // prettier-ignore
const ANSEL_MARKS: ReadonlyMap<number, number> = new Map([
  [0xe0, 0x0309], [0xe1, 0x0300], [0xe2, 0x0301], [0xe3, 0x0302], [0xe4, 0x0303], [0xe5, 0x0304], [0xe6, 0x0306],
  [0xe7, 0x0307], [0xe8, 0x0308], [0xe9, 0x030c], [0xea, 0x030a], [0xeb, 0xfe20], [0xec, 0xfe21], [0xed, 0x0315],
  [0xee, 0x030b], [0xef, 0x0310], [0xf0, 0x0327], [0xf1, 0x0328], [0xf2, 0x0323], [0xf3, 0x0324], [0xf4, 0x0325],
  [0xf5, 0x0333], [0xf6, 0x0332], [0xf7, 0x0326], [0xf8, 0x031c], [0xf9, 0x032e], [0xfa, 0xfe22], [0xfb, 0xfe23],
  [0xfe, 0x0313],
]); // prettier-ignore
/** Marks for the start and end of letters ignored in filing: read over. */
const NON_SORTING = new Set([0x88, 0x89, 0x98, 0x9c]);
const SUBSCRIPTS: Readonly<Record<string, string>> = {
  '(': '₍', ')': '₎', '+': '₊', '-': '₋', '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆',
  '7': '₇', '8': '₈', '9': '₉',
}; // prettier-ignore
const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '(': '⁽', ')': '⁾', '+': '⁺', '-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶',
  '7': '⁷', '8': '⁸', '9': '⁹',
}; // prettier-ignore
const GREEK_SYMBOLS: Readonly<Record<string, string>> = { a: 'α', b: 'β', c: 'γ' };

type CharacterSet =
  'ascii' | 'ansel' | 'subscript' | 'superscript' | 'greek-symbols' | { readonly unknown: string };

const ESCAPE = 0x1b;
const UNREADABLE = '\ufffd';

/**
 * Decodes one field of MARC-8 to NFC; `unknownSets` names the character sets that could not be read. An escape that begins
 * none of the sequences of the standard is left out and counted: what follows it is text.
 */
export const decodeMarc8 = (
  bytes: Uint8Array,
): { text: string; unknownSets: string[]; strayEscapes: number } => {
  let lower: CharacterSet = 'ascii';
  let upper: CharacterSet = 'ansel';
  let text = '';
  let marks = '';
  const unknownSets = new Set<string>();
  let strayEscapes = 0;
  const write = (letter: string) => {
    text += letter + marks;
    marks = '';
  };

  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE) {
      const change = readEscape(bytes, at);
      if (change.length === 1) strayEscapes += 1;
      if (change.lower !== undefined) lower = change.lower;
      if (change.upper !== undefined) upper = change.upper;
      at += change.length - 1;
      continue;
    }
    if (byte < 0x20 || byte === 0x20 || byte === 0x7f) {
      write(String.fromCharCode(byte));
      continue;
    }
    const set: CharacterSet = byte < 0x80 ? lower : upper;
    if (typeof set === 'object') {
      unknownSets.add(set.unknown);
      // EACC (set 1) takes three bytes a character, every other set one.
      if (set.unknown === '1') at += 2;
      write(UNREADABLE);
      continue;
    }
    // A set can be designated to either half; its code is told by the low seven bits.
    const code = set === 'ansel' ? byte | 0x80 : byte & 0x7f;
    const mark = set === 'ansel' ? ANSEL_MARKS.get(code) : undefined;
    if (mark !== undefined) marks += String.fromCodePoint(mark);
    else if (!NON_SORTING.has(byte)) write(letterOf(set, code));
  }
  // A mark at the very end has lost its letter: keep it on a dotted circle's place, a plain space.
  if (marks !== '') write(' ');
  return { text: text.normalize('NFC'), unknownSets: [...unknownSets], strayEscapes };
};

const letterOf = (set: Exclude<CharacterSet, object>, code: number): string => {
  const letter = String.fromCharCode(code);
  switch (set) {
    case 'ascii':
      return letter;
    case 'ansel': {
      const point = ANSEL_LETTERS.get(code);
      return point === undefined ? UNREADABLE : String.fromCodePoint(point);
    }
    case 'subscript':
      return SUBSCRIPTS[letter] ?? letter;
    case 'superscript':
      return SUPERSCRIPTS[letter] ?? letter;
    case 'greek-symbols':
      return GREEK_SYMBOLS[letter] ?? letter;
  }
};

const readEscape = (
  bytes: Uint8Array,
  at: number,
): { length: number; lower?: CharacterSet; upper?: CharacterSet } => {
  const sign = (offset: number): string => {
    const byte = bytes[at + offset];
    return byte === undefined ? '' : String.fromCharCode(byte);
  };
  switch (sign(1)) {
    case 's':
      return { length: 2, lower: 'ascii' };
    case 'b':
      return { length: 2, lower: 'subscript' };
    case 'p':
      return { length: 2, lower: 'superscript' };
    case 'g':
      return { length: 2, lower: 'greek-symbols' };
    default:
  }
  // ESC ( F, ESC $ F, ESC $ ) F …: which half, one or several bytes, which set. Nothing else begins a sequence.
  const sequence = /^(?:([(,)-])!?([2-4BENQS])|\$([(,)-]?)(1))/.exec([1, 2, 3].map(sign).join(''));
  if (sequence === null) return { length: 1 };
  const half = [')', '-'].includes(sequence[1] ?? sequence[3] ?? '') ? 'upper' : 'lower';
  const final = sequence[2] ?? sequence[4] ?? '';
  const set: CharacterSet = final === 'B' ? 'ascii' : final === 'E' ? 'ansel' : { unknown: final };
  return { length: 1 + sequence[0].length, [half]: set };
};
