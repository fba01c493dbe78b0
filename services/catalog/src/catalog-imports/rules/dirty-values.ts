/** What cataloguers typed over thirty years, made into values; what cannot be read is said, never guessed. */

export type ReadPrice =
  | { readonly is: 'price'; readonly fen: number }
  | { readonly is: 'none' }
  | { readonly is: 'unreadable'; readonly why: 'foreign-currency' | 'not-a-number' | 'out-of-range' };

/** Largest amount that fits an integer column: about 21 million yuan. */
export const HIGHEST_FEN = 2_147_483_647;

const FOREIGN = /USD|US\$|HK|NT|TWD|MOP|EUR|GBP|JPY|KRW|RUB|DM|Rs|[$€£₤円]|港|台币|日元|美元|英镑|欧元|卢布/i;

/**
 * A price as found in 010$d, 905 or 985, in fen. Forms met: `CNY18.00`, `￥0.40`, `0.38元`, `7`, `CNY79.00 (含光盘)`,
 * `CNY赠90.00`, full-width digits, thousands with commas, `3元5角`. Prices in other currencies are not converted.
 */
export const priceInFen = (text: string | null): ReadPrice => {
  if (text === null) return { is: 'none' };
  const plain = text
    .normalize('NFKC')
    .replace(/[。．]/g, '.')
    .replace(/\s+/g, '');
  const main = plain.replace(/[([{].*$/, '') || plain;
  if (FOREIGN.test(main)) return { is: 'unreadable', why: 'foreign-currency' };
  const spoken =
    /(?:^|[^\d])(\d+)[元圆块](\d)角?(?:(\d)分)?/.exec(main) ?? /(?:^|[^\d])()(\d)角(?:(\d)分)?/.exec(main);
  if (spoken !== null)
    return inRange(Number(spoken[1] ?? 0) * 100 + Number(spoken[2]) * 10 + Number(spoken[3] ?? 0));
  const numbers = main.match(/\d[\d,]*(?:\.\d+)?|\.\d+/g) ?? [];
  if (numbers.length === 0)
    return /^(?:CNY|RMB|[¥元圆]|人民币|定价|赠送?|[-:：.])*$/i.test(main) ? { is: 'none' } : NOT_A_NUMBER;
  if (numbers.length > 1) return NOT_A_NUMBER;
  const number = /^([\d,]*)(?:\.(\d+))?$/.exec(numbers[0] ?? '');
  if (number === null) return NOT_A_NUMBER;
  const yuan = number[1] ?? '';
  const cents = number[2] ?? '';
  if (yuan.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(yuan)) return NOT_A_NUMBER;
  if (!/^\d{0,2}0*$/.test(cents)) return NOT_A_NUMBER;
  return inRange(Number(yuan.replaceAll(',', '') || '0') * 100 + Number(cents.slice(0, 2).padEnd(2, '0')));
};

const NOT_A_NUMBER: ReadPrice = { is: 'unreadable', why: 'not-a-number' };

const inRange = (fen: number): ReadPrice =>
  fen <= HIGHEST_FEN ? { is: 'price', fen } : { is: 'unreadable', why: 'out-of-range' };

const HAN_DIGITS = '〇一二三四五六七八九';

/**
 * The first year of a publication date: `1982.10`, `[2005]`, `c1984`, `二〇〇五年`, `民国25年`; null where none between
 * 1000 and 2100 can be read (`19--`, `00010101`, `[n.d.]`).
 */
export const yearOf = (text: string | null): number | null => {
  if (text === null) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/[○零Ｏ]/g, '〇')
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(HAN_DIGITS.indexOf(digit)));
  const republic = /民国\s*(\d{1,2})\s*(?:\[|年|$)/u.exec(plain);
  // The first year of the Republic is 1912.
  if (republic !== null) return 1911 + Number(republic[1]);
  const years = plain.match(/(?<!\d)\d{4}(?!\d)|(?<!\d)\d{4}(?=(?:0[1-9]|1[0-2])(?:\d{2})?(?!\d))/g) ?? [];
  return years.map(Number).find((year) => year >= 1000 && year <= 2100) ?? null;
};

export type ReadName = { readonly name: string; readonly country: string | null };

const COUNTRY = /^\s*[（([〔【［]\s*([^）)\]〕】］]{1,6})\s*[）)\]〕】］]\s*/u;

/**
 * A person or body as an author: a leading country or dynasty in brackets (`（英国）葛瑞姆·汉卡克`, `[清]曹雪芹`) goes apart,
 * trailing signs of cataloguing (`,`, `/`, `:`) go; null where nothing is left.
 */
export const nameOf = (text: string | null): ReadName | null => {
  if (text === null) return null;
  const country = COUNTRY.exec(text);
  const rest = country === null ? text : text.slice(country[0].length);
  const name = rest
    .replace(/[\s\u3000]+/gu, ' ')
    .replace(/[\s,，;；:：/=]+$/u, '')
    .trim();
  return name === '' ? null : { name, country: country?.[1]?.trim() ?? null };
};

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
