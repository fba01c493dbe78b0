/** Han characters, and the round zero that dates are written with. */
const HAN = String.raw`\p{Script=Han}〇`;
/** Dots that stand inside transcribed names: 哈利·波特, with whatever dot a keyboard or an old system had. */
const DOT_IN_NAME = new RegExp(
  String.raw`(?<=[${HAN}])\s*[\u00b7\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u2e31\u30fb.]\s*(?=[${HAN}])`,
  'gu',
);
const BLANK_IN_HAN = new RegExp(String.raw`(?<=[${HAN}])\s+(?=[${HAN}])`, 'gu');
const HAN_RUN = new RegExp(`[${HAN}]+`, 'gu');
const OTHER_RUN = new RegExp(String.raw`(?:(?![${HAN}])[\p{L}\p{N}])+`, 'gu');

/** Longest text that is taken apart: what stands behind that in a title, nobody types. */
const LONGEST_TEXT = 300;

/** Runs of Han characters, and runs of other letters and digits. */
export type Runs = { readonly han: readonly string[]; readonly others: readonly string[] };

/** Full-width to half-width, lower case, no dots inside names; diacritics stay. */
const plain = (text: string): string =>
  [...text.normalize('NFKC')].slice(0, LONGEST_TEXT).join('').toLowerCase().replace(DOT_IN_NAME, '');

const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC');

/** @param simplified each traditional character as its simplified one */
export const runsOf = (text: string, simplified: (text: string) => string): Runs => {
  const folded = simplified(withoutMarks(plain(text)));
  return { han: folded.match(HAN_RUN) ?? [], others: folded.match(OTHER_RUN) ?? [] };
};

/** Runs that go on over a blank: in `哈利 波特` or a title that was spaced out. Empty where no blank parts Han from Han. */
export const runsOverBlanks = (text: string, simplified: (text: string) => string): readonly string[] => {
  const folded = simplified(withoutMarks(plain(text)));
  const together = folded.replace(BLANK_IN_HAN, '');
  return together === folded ? [] : (together.match(HAN_RUN) ?? []);
};

/** The ways in which a Latin word with ü may have been meant: `nüwa` as `nvwa`, `müller` as `muller`. */
export const spellingsOf = (text: string): readonly string[] => {
  const marked = plain(text);
  const asU = withoutMarks(marked);
  const asV = withoutMarks(marked.replace(/[üǖǘǚǜ]/gu, 'v'));
  return asU === asV ? [asU] : [asV, asU];
};

/** A number without what it is printed with: hyphens, dots, blanks, labels in front. */
export const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** By this a title is found that begins so, or is just so: letters and digits alone, at most 60. */
export const searchKeyOf = (text: string, simplified: (text: string) => string): string =>
  [...simplified(withoutMarks(plain(text))).replace(/[^\p{L}\p{N}]+/gu, '')].slice(0, 60).join('');
