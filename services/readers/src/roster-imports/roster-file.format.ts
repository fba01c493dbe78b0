import { tableRows } from '@shulian/service-kit';
import { isHeading } from './rules/roster-columns.js';

const troubles = ['text.coding-uncertain', 'row.overlong', 'row.quote-not-closed'] as const;
export type RowTrouble = (typeof troubles)[number];

/** A row of a file with its number there, the first being 1; `trouble` says why none of it can be taken. */
export type FileRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly trouble?: RowTrouble;
};
/** A table of a file: a sheet of a workbook, or the only one of a text, without a name. */
export type FileTable = {
  readonly sheet: string | null;
  /** Hidden sheets hold what their owners put away: lists to choose from, last year's table. */
  readonly isHidden: boolean;
  readonly rows: readonly FileRow[];
};
/** What the first bytes say a file is. */
export type RosterFileKind = 'excel' | 'old-excel' | 'text' | 'zip-of-csv' | 'other';

/** Most rows a school's roster may have. */
export const MOST_ROWS = 50_000;
/** Largest file of a roster: 50,000 rows with 400 bytes each. */
export const MOST_BYTES = 20 * 1024 * 1024;

export class RosterUnreadable extends Error {
  constructor(readonly code: 'roster.unreadable' | 'roster.too-large') {
    super(code);
  }
}

/** Told by the bytes, never by the name. A zip that begins with a CSV file is a OneRoster package. */
export function rosterFileKind(start: Buffer): RosterFileKind {
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
    const name = start.subarray(30, 30 + (start.length >= 28 ? start.readUInt16LE(26) : 0)).toString('utf8');
    return name.toLowerCase().endsWith('.csv') ? 'zip-of-csv' : 'excel';
  }
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'old-excel';
  const isUtf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  return !isUtf16 && start.includes(0) ? 'other' : 'text';
}

/**
 * The table of a text file. A cell with characters that could not be read costs its row, never the file; so does a quote that
 * nobody closed, for what stands behind it is anybody's guess.
 */
export async function textTable(
  bytes: AsyncIterable<Uint8Array>,
  isHeadingHere: (cell: string) => boolean = isHeading,
): Promise<FileTable> {
  const rows: FileRow[] = [];
  for await (const { line, cells, trouble } of tableRows(bytes, isHeadingHere)) {
    // Other troubles show in a cell, or not at all.
    const lost = troubles.find((each) => each === trouble);
    rows.push({ row: line, cells, ...(lost === undefined ? {} : { trouble: lost }) });
    if (rows.length > MOST_ROWS) throw new RosterUnreadable('roster.too-large');
  }
  return { sheet: null, isHidden: false, rows };
}
