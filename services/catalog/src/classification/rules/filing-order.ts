/**
 * The order in which class numbers of the Chinese Library Classification stand on the shelf (5th edition, user manual
 * pp. 82–83): position by position; after an equal stem: end < `-` < `( )` < `" "` < `=` < `< >` < `:` < `+` < further digits.
 * Digits are a decimal fraction (45 before 5), a block of letters is compared whole (T before TP).
 */
const SYMBOLS = '-("=<:+';
const CLOSING: Readonly<Record<string, string>> = { ')': '(', '>': '<' };
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '：': ':', '＋': '+', '（': '(', '）': ')', '＜': '<', '＞': '>', '＝': '=', '－': '-', '—': '-', '–': '-', '‐': '-', '−': '-',
  '“': '"', '”': '"', '＂': '"', '〈': '<', '〉': '>', '《': '<', '》': '>', '．': '.', '。': '.', '／': '/',
}; // prettier-ignore

/** Full-width forms to plain ones, upper-case, no blanks: the text every other rule of this folder starts from. */
export const plainNotation = (text: string): string =>
  [...text]
    .map((sign) => FULL_WIDTH[sign] ?? sign)
    .join('')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u3000]+/gu, '');

type Run = { readonly rank: number; readonly text: string };

const LETTERS = 0;
const DIGITS = SYMBOLS.length + 1;
const OTHER = DIGITS + 1;

const runsOf = (notation: string): Run[] => {
  const plain = plainNotation(notation).replaceAll('.', '');
  return (plain.match(/[A-Z]+|\d+|[^A-Z\d]/gu) ?? []).map((text) => {
    if (/^[A-Z]/.test(text)) return { rank: LETTERS, text };
    if (/^\d/.test(text)) return { rank: DIGITS, text };
    const symbol = SYMBOLS.indexOf(CLOSING[text] ?? text);
    return { rank: symbol < 0 ? OTHER : symbol + 1, text };
  });
};

/** Negative where `a` stands before `b`, positive where after, 0 for the same place (dots do not matter). */
export const compareClc = (a: string, b: string): number => {
  const left = runsOf(a);
  const right = runsOf(b);
  for (let at = 0; at < left.length || at < right.length; at += 1) {
    const one = left[at];
    const other = right[at];
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    if (one.rank !== other.rank) return one.rank - other.rank;
    if (one.text !== other.text) return one.text < other.text ? -1 : 1;
  }
  return 0;
};

/**
 * A text whose plain byte order is the filing order of `compareClc`, for indexes and ORDER BY in the "C" collation.
 * Every run is led by its rank; letters keep themselves, runs are closed so that a shorter one stands first.
 */
export const clcSortKey = (notation: string): string =>
  runsOf(notation)
    .map(({ rank, text }) => `${String.fromCharCode(0x31 + rank)}${text}!`)
    .join('');

/**
 * Whole call numbers (索书号): lines split by `/`, the class number first; in the other lines numbers are integers
 * (2 before 1234), letters go shorter first (Y before AA), bracketed volumes count; a missing line stands first.
 * A collection prefix in braces (`{ns}`) does not sort.
 */
export const compareCallNumbers = (a: string, b: string): number => {
  const [classA = '', ...linesA] = linesOf(a);
  const [classB = '', ...linesB] = linesOf(b);
  const byClass = compareClc(classA, classB);
  if (byClass !== 0) return byClass;
  for (let at = 0; at < linesA.length || at < linesB.length; at += 1) {
    const one = linesA[at];
    const other = linesB[at];
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    const byLine = compareBookNumbers(one, other);
    if (byLine !== 0) return byLine;
  }
  return 0;
};

const linesOf = (callNumber: string): string[] =>
  plainNotation(callNumber.replace(/\{[^}]*\}/g, '')).split('/');

const compareBookNumbers = (a: string, b: string): number => {
  const left = a.match(/[A-Z]+|\d+|[^A-Z\d]+/gu) ?? [];
  const right = b.match(/[A-Z]+|\d+|[^A-Z\d]+/gu) ?? [];
  for (let at = 0; at < left.length || at < right.length; at += 1) {
    const one = left[at];
    const other = right[at];
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    const rank = bookRank(one) - bookRank(other);
    if (rank !== 0) return rank;
    const order = /^\d/.test(one)
      ? compareIntegers(one, other)
      : one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
    if (order !== 0) return order;
  }
  return 0;
};

const bookRank = (run: string): number => (/^\d/.test(run) ? 1 : /^[A-Z]/.test(run) ? 0 : 2);

/** Leading zeros count only where the values are equal, so that the order stays total. */
const compareIntegers = (a: string, b: string): number => {
  const [one, other] = [BigInt(a), BigInt(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a.length - b.length;
};
