import isbn3 from 'isbn3';

/** An ISBN in the forms we keep and show; `isbn10` is null for numbers of the 979 range. */
export type ReadIsbn = {
  readonly isbn13: string;
  readonly isbn10: string | null;
  readonly hyphenated: string;
};

/** Reads ISBN-10 or ISBN-13 with or without hyphens, full-width signs included; null where the check digit is wrong. */
export const readIsbn = (text: string): ReadIsbn | null => {
  const plain = text
    .normalize('NFKC')
    .replace(/^\s*ISBN[\s:-]*/i, '')
    .replace(/[\s\-‐–—−·.]/gu, '')
    .toUpperCase();
  if (!/^(?:\d{9}[\dX]|97[89]\d{10})$/.test(plain)) return null;
  const read = isbn3.parse(plain);
  if (read === null) return null;
  return { isbn13: read.isbn13, isbn10: read.isbn10 ?? null, hyphenated: read.isbn13h };
};
