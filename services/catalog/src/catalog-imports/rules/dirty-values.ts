/** What cataloguers typed over thirty years, made into values; what cannot be read is said, never guessed. */

/** Nothing longer is a name; the catalogue keeps still less of it, and says so. */
const LONGEST_NAME = 1_000;

export type ReadName = { readonly name: string; readonly country: string | null };

const COUNTRY = /^\s*[（([〔【［]\s*([^）)\]〕】］]{1,6})\s*[）)\]〕】］]\s*/u;

/**
 * A person or body as an author: a leading country or dynasty in brackets (`（英国）葛瑞姆·汉卡克`, `[清]曹雪芹`) goes apart,
 * trailing signs of cataloguing (`,`, `/`, `:`) go; null where nothing is left.
 */
export const nameOf = (whole: string | null): ReadName | null => {
  if (whole === null) return null;
  const text = whole.slice(0, LONGEST_NAME).toWellFormed();
  const country = COUNTRY.exec(text);
  const rest = country === null ? text : text.slice(country[0].length);
  const name = withoutEdges(rest.replace(/[\s\u3000]+/gu, ' '));
  return name === '' ? null : { name, country: country?.[1]?.trim() ?? null };
};

/** A part of a name without the comma that parts it from the next: cataloguers write it into either. */
export const withoutEdges = (text: string): string => {
  let [from, to] = [0, text.length];
  while (from < to && EDGE.test(text[from] ?? '')) from += 1;
  while (to > from && EDGE.test(text[to - 1] ?? '')) to -= 1;
  return text.slice(from, to);
};
const EDGE = /[\s,，;；:：/=]/u;

/** A heading or title without the punctuation that MARC21 puts before the next subfield (ISBD). */
export const withoutIsbdEnd = (text: string): string => text.replace(/\s*[/:;=,]\s*$/u, '').trim();

/** The main responsible of a statement such as `国家统计局编` or `(美)马克·吐温著 ; 张万里译`. */
export const firstOfStatement = (statement: string | null): string | null => {
  const first = statement?.split(/[;；，,]/u)[0] ?? null;
  const name = nameOf(first)?.name ?? null;
  return (
    name?.replace(/\s*\[?(?:原著|编著|主编|选编|编译|编写|撰|著|编|译|绘|文|图|等)+\]?$/u, '').trim() || null
  );
};

/** Full-width letters, digits and signs to half-width, upper-case, without blanks: for codes, never for titles. */
export const plainCode = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

export type BarcodeRange =
  | { readonly is: 'barcodes'; readonly barcodes: readonly string[] }
  | { readonly is: 'too-wide'; readonly count: number };

/** A range of more copies than a school buys of one title is a slip of the pen. */
export const WIDEST_RANGE = 500;

/**
 * One barcode or a range of them: `D040394-5` are 2, `0010201-10` are 10, `20295403-5408` are 6. The tail takes the place of
 * the last digits of the head; where that would run backwards, or the head ends in no digits, it is one barcode with a hyphen.
 */
export const barcodesOf = (text: string): BarcodeRange => {
  const code = plainCode(text);
  const one: BarcodeRange = { is: 'barcodes', barcodes: code === '' ? [] : [code] };
  const range = /^([A-Z]*)(\d+)[-~—–至](?:\1)?(\d+)$/u.exec(code);
  if (range === null) return one;
  const [, prefix = '', head = '', tail = ''] = range;
  if (tail.length > head.length) return one;
  const last = BigInt(head.slice(0, head.length - tail.length) + tail);
  const first = BigInt(head);
  if (last < first) return one;
  const count = Number(last - first) + 1;
  if (count > WIDEST_RANGE) return { is: 'too-wide', count };
  const barcodes = Array.from(
    { length: count },
    (_, at) => prefix + (first + BigInt(at)).toString().padStart(head.length, '0'),
  );
  return { is: 'barcodes', barcodes };
};
