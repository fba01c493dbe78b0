/** Kinds of dot that stand for the one in the names of many peoples of China (GB 18030: ·). */
const DOTS = '\u00b7\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u25e6\u2e31\u2e33\u30fb\ua78f\uff65';
const dotsAlone = new RegExp(`\\s*[${DOTS}]\\s*`, 'g');
/** A full stop between two characters of a Chinese name is that dot, too. */
const stopsInside = /(?<=\p{Script=Han})\s*[.．﹒。｡]\s*(?=\p{Script=Han})/gu;
const blanksInside = /(?<=[\p{Script=Han}〇·])\s+(?=[\p{Script=Han}〇·])/gu;

/**
 * A name as it is kept and shown, or null when it is none: 1 to 100 characters with a letter among them, readable, in one line. Blanks that
 * align names of two characters go, as do characters nobody sees; every kind of middle dot is one, full-width letters are plain.
 */
export function personName(text: string): string | null {
  // Before and after NFKC: it makes a full stop of one kind of dot, and signs that nobody sees of others.
  const name = text
    .normalize('NFC')
    .replaceAll(/\p{DI}/gu, '')
    .replaceAll(dotsAlone, '·')
    .normalize('NFKC')
    .replaceAll(/\p{DI}/gu, '')
    .replaceAll(dotsAlone, '·')
    .replaceAll(stopsInside, '·')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(blanksInside, '')
    .replace(/^[\s·]+|[\s·]+$/g, '');
  const isName = /\p{L}/u.test(name) && !/[\p{Cc}\p{Co}\p{Cn}\ufffd]/u.test(name);
  return isName && !isSeveralLines(text) && name.length <= 100 ? name : null;
}

/** Of two lines it is two people in one cell, or a person and a remark. */
const isSeveralLines = (text: string): boolean => /[\n\r\v\f\p{Zl}\p{Zp}]/u.test(text.trim());

/** What two writings of one name share: without dots, blanks and case. */
export const nameKey = (name: string): string =>
  (personName(name) ?? name).toLowerCase().replaceAll(/[\s·.'’-]/g, '');

/**
 * The name a reader has after a list told it. Another name is a new name; another writing of the same one is taken only when
 * it tells more (a dot, a blank between names), so that two lists cannot write over each other for ever.
 */
export function renamed(known: string, told: string): string {
  const kept = personName(known) ?? known;
  if (nameKey(known) !== nameKey(told)) return told;
  const marks = (name: string): number => name.length - nameKey(name).length;
  return marks(told) > marks(kept) ? told : kept;
}
