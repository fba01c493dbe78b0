/** Why what stands in a cell must not be taken. */
export type CellFault = 'cell.error' | 'cell.digits-lost' | 'cell.unreadable';

const ERRORS = new Set(
  `#N/A #REF! #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #BUSY! #UNKNOWN!
   #GETTING_DATA #PYTHON! #名称? #值! #引用! #数值! #空! #无效! #除数/0! #不适用`.split(/\s+/),
);

/** Characters that nobody sees: joiners, marks of direction, soft hyphens, variation selectors, byte order marks. */
export const withoutInvisible = (text: string): string => text.replaceAll(/\p{DI}/gu, '');

/** The text as it was before a spreadsheet protected it for its own: `="00123"` is 00123. */
export const unprotected = (text: string): string => {
  const trimmed = text.trim();
  return (/^=\s*"((?:[^"]|"")*)"$/.exec(trimmed)?.[1]?.replaceAll('""', '"') ?? trimmed).trim();
};

/** What is wrong with a cell whatever its column: an error value of a formula, a column too narrow, bytes that were lost. */
export function cellFault(text: string): CellFault | null {
  const plain = unprotected(text).normalize('NFKC').toUpperCase();
  if (plain.includes('\ufffd')) return 'cell.unreadable';
  return ERRORS.has(plain) || /^(?:#{2,}|ERR:\d{3})$/.test(plain) ? 'cell.error' : null;
}

/**
 * A number that is a name (of a card, a book, a person) as it was before a spreadsheet protected or mangled it: `'00124` is
 * 00124, `20230101.0` is 20230101. One in powers of ten has lost digits, and nobody knows which.
 */
export function plainNumber(text: string): string | { readonly fault: CellFault } {
  const fault = cellFault(text);
  if (fault !== null) return { fault };
  const plain = withoutInvisible(unprotected(text)).normalize('NFKC').trim();
  const number = plain
    .replace(/^['`’‘](?=.)/, '')
    .replace(/(?<=^.+)['’]$/, '')
    .trim();
  if (/^[+-]?(?:\d+\.\d+E[+-]?\d+|\d+E[+-]\d+)$/i.test(number)) return { fault: 'cell.digits-lost' };
  return /^\d+\.0+$/.test(number) ? number.slice(0, number.indexOf('.')) : number;
}
