/** What a subfield or a cell for ISBNs holds beside them. */
export type NumbersInText = {
  /** As written, to be checked by their check digits; one that cannot be a number at all is among them, to be told. */
  readonly isbns: readonly string[];
  readonly issns: readonly string[];
  /** 统一书号 of before 1987: `10019·3451`. */
  readonly unified: readonly string[];
  /** The text around them, without blanks and brackets at its ends: a binding, a price, a volume. */
  readonly around: string | null;
};

const HYPHENS = /[\u00ad\u2010-\u2015\u2212\u30fc\ufe58\ufe63\uff0d~]/gu;
const ISBN = /(?<![\dXx])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\dXx])/g;
const ISSN = /(?<![\d-])\d{4}-\d{3}[\dXx](?![\dXx-])/g;
const UNIFIED = /(?<!\d)\d{4,5}[·・.]\d{1,5}(?![\d.])/g;

/** Every number in a text such as `ISBN 978-7-02-000220-7 (精装) : CNY25.00`; two in one subfield are two. */
export const numbersIn = (text: string): NumbersInText => {
  let rest = text.normalize('NFKC').replace(HYPHENS, '-');
  const take = (numbers: RegExp): string[] => {
    const found = rest.match(numbers) ?? [];
    rest = rest.replace(numbers, ' ');
    return found.map((each) => each.trim());
  };
  const isbns = take(ISBN);
  const issns = take(ISSN);
  const unified = isbns.length === 0 ? take(UNIFIED) : [];
  const isNothing = isbns.length + issns.length + unified.length === 0;
  // Digits that are no number are somebody's slip: told as they are.
  if (isNothing && (rest.match(/\d/g)?.length ?? 0) >= 5)
    return { isbns: [text.trim()], issns, unified, around: null };
  const around = rest
    .replace(/ISBN|ISSN/gi, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:;,/()（）[\]-]+|[\s:;,/()（）[\]-]+$/gu, '');
  return { isbns, issns, unified, around: around === '' ? null : around };
};

const VOLUME =
  /^(?:第?[一二三四五六七八九十百\d]{1,4}[卷册集辑部编分]册?|[上中下][卷册集部编]?|[卷册辑]?[一二三四五六七八九十\d]{1,3}|v(?:ol)?\.? ?\d{1,3})$/iu;

/** A volume where it stands beside the ISBN: `（上册）`; null for a binding and for a whole set. */
export const volumeIn = (around: string | null): string | null => {
  const words = (around ?? '').split(/[()（）[\]:：;；,，、/\s]+/u).filter((word) => word !== '');
  const volumes = words.filter((word) => VOLUME.test(word) && !/^\d+[册卷]$/.test(word));
  return volumes.length === 1 ? (volumes[0] ?? null) : null;
};
