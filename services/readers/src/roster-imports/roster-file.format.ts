import { createInflateRaw } from 'node:zlib';
import ExcelJS from '@protobi/exceljs';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

/** A row of a file with its number there, the first being 1. */
export type FileRow = { readonly row: number; readonly cells: readonly string[] };
/** What the first bytes say a file is. */
export type RosterFileKind = 'excel' | 'text' | 'zip-of-csv' | 'other';

/** Most rows a school's roster may have. */
export const MOST_ROWS = 50_000;
/** Largest file of a roster: 50,000 rows with 400 bytes each. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** A workbook unpacks to at most this many bytes: a small file must not fill the memory. */
const MOST_UNPACKED = 64 * 1024 * 1024;

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
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'other';
  const isUtf16 = start[0] === 0xff && start[1] === 0xfe;
  return !isUtf16 && start.includes(0) ? 'other' : 'text';
}

/** The text of a CSV file: by its byte order mark, else UTF-8 if it is sound, else GB18030 (what Excel in China writes). */
export function rosterText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'gb18030');
  }
}

const READING = { relax_column_count: true, relax_quotes: true, bom: true, trim: true } as const;

/** Rows of a CSV file that have at least one word. A broken quote costs its line, never the file. */
export function csvRows(text: string): FileRow[] {
  const delimiter = delimiterOf(text);
  const options = { ...READING, delimiter, skip_records_with_empty_values: true, to: MOST_ROWS + 1 } as const;
  let rows: FileRow[];
  try {
    const records = parse(text, { ...options, info: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    rows = records.map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch {
    rows = lineByLine(text, delimiter);
  }
  return limited(rows);
}

/** Up to the first row too many, so that a file of line ends alone costs no memory. */
function lineByLine(text: string, delimiter: string): FileRow[] {
  const rows: FileRow[] = [];
  let row = 0;
  for (const [line] of text.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
    if (/^[\r\n]/.test(line)) row += 1;
    else if (line.split(delimiter).every((cell) => cell.trim() === '')) continue;
    else if (rows.push({ row: row + 1, cells: lineOf(line, delimiter) }) > MOST_ROWS) break;
  }
  return rows;
}

function lineOf(line: string, delimiter: string): string[] {
  try {
    return parse(line, { ...READING, delimiter })[0] ?? [];
  } catch {
    return line.split(delimiter).map((cell) => cell.replaceAll('"', '').trim());
  }
}

/** The separator that the first lines have most of. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, 10).join('\n');
  const count = (mark: string): number => lines.split(mark).length;
  return [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Rows of the first sheet of a workbook that has any. */
export async function excelRows(bytes: Buffer): Promise<FileRow[]> {
  await refuseIfSwelling(bytes);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as never);
  } catch {
    throw new RosterUnreadable('roster.unreadable');
  }
  for (const sheet of workbook.worksheets) {
    const rows: FileRow[] = [];
    sheet.eachRow((row, number) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => (cells[column - 1] = textOf(cell)));
      rows.push({ row: number, cells: Array.from(cells, (cell) => cell ?? '') });
    });
    if (rows.length > 0) return limited(rows);
  }
  return [];
}

/** What a person sees in the cell: a number shown with leading zeros keeps them. */
function textOf(cell: ExcelJS.Cell): string {
  const value = cell.result ?? cell.value;
  if (typeof value === 'number') {
    const zeros = /^0+$/.exec(cell.numFmt ?? '')?.[0] ?? '';
    return (Number.isInteger(value) ? value.toFixed(0) : String(value)).padStart(zeros.length, '0');
  }
  return cell.text.trim();
}

/**
 * Unpacks every part of a zip to count its bytes, holding none of them: the sizes that its directory names may lie.
 * A zip whose directory does not stand right before its end, or in the form for more than 4 GB, is no workbook of a school.
 * @throws RosterUnreadable
 */
async function refuseIfSwelling(bytes: Buffer): Promise<void> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0 || end + 22 > bytes.length) throw new RosterUnreadable('roster.unreadable');
  let at = bytes.readUInt32LE(end + 16);
  if (at + bytes.readUInt32LE(end + 12) !== end) throw new RosterUnreadable('roster.unreadable');
  let left = MOST_UNPACKED;
  while (at < end) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new RosterUnreadable('roster.unreadable');
    left -= await unpackedSize(bytes, at, left);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** Bytes that one part of a zip unpacks to. @throws RosterUnreadable when they are more than `most` */
async function unpackedSize(bytes: Buffer, entry: number, most: number): Promise<number> {
  const [method, packed] = [bytes.readUInt16LE(entry + 10), bytes.readUInt32LE(entry + 20)];
  const head = bytes.readUInt32LE(entry + 42);
  if (head + 30 > bytes.length || bytes.readUInt32LE(head) !== 0x04034b50)
    throw new RosterUnreadable('roster.unreadable');
  const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
  if (start + packed > bytes.length) throw new RosterUnreadable('roster.unreadable');
  let size = 0;
  const count = (more: number): void => {
    size += more;
    if (size > most) throw new RosterUnreadable('roster.too-large');
  };
  if (method === 0) count(packed);
  else {
    const inflated = createInflateRaw();
    inflated.end(bytes.subarray(start, start + packed));
    try {
      for await (const piece of inflated) count((piece as Buffer).length);
    } catch (error) {
      throw error instanceof RosterUnreadable ? error : new RosterUnreadable('roster.unreadable');
    }
  }
  return size;
}

function limited(rows: readonly FileRow[]): FileRow[] {
  const told = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (told.length > MOST_ROWS) throw new RosterUnreadable('roster.too-large');
  return told;
}
