/** Columns that are read of a sheet: what stands further to the right is a slip of the hand, not a part of a list. */
export const MOST_COLUMNS = 256;
/** The last row a spreadsheet has. */
export const LAST_ROW = 1_048_576;

export type CellAddress = { readonly column: number; readonly row: number };

/** A7 is column 1 of row 7, IV7 column 256; null for what is no address. */
export function cellAddress(text: string): CellAddress | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(digits) };
}
