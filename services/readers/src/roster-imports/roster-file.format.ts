import ExcelJS from '@protobi/exceljs';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

/** A row of a file with its number there, the first being 1. */
export type FileRow = { readonly row: number; readonly cells: readonly string[] };
/** What the first bytes say a file is. */
export type RosterFileKind = 'excel' | 'text' | 'zip-of-csv' | 'other';

/** Most rows a school's roster may have. */
export const MOST_ROWS = 50_000;
/** A workbook unpacks to at most this many bytes: a small file must not fill the memory. */
const MOST_UNPACKED = 200 * 1024 * 1024;

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

/** Rows of a CSV file that have at least one word. A broken quote costs its line, never the file. */
export function csvRows(text: string): FileRow[] {
  const delimiter = delimiterOf(text);
  const options = { delimiter, relax_column_count: true, relax_quotes: true, bom: true, trim: true } as const;
  let rows: FileRow[];
  try {
    const records = parse(text, { ...options, info: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    rows = records.map(({ record, info }) => ({ row: info.lines, cells: record }));
  } catch {
    rows = text.split(/\r\n|\n|\r/).map((line, at) => ({ row: at + 1, cells: lineOf(line, options) }));
  }
  return limited(rows);
}

function lineOf(line: string, options: { readonly delimiter: string }): string[] {
  try {
    return parse(line, options)[0] ?? [];
  } catch {
    return line.split(options.delimiter).map((cell) => cell.replaceAll('"', '').trim());
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
  if (unpackedSize(bytes) > MOST_UNPACKED) throw new RosterUnreadable('roster.too-large');
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

/** The sum of the sizes that the directory of a zip names. */
function unpackedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0 || end + 20 > bytes.length) throw new RosterUnreadable('roster.unreadable');
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new RosterUnreadable('roster.unreadable');
    size += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return size;
}

function limited(rows: readonly FileRow[]): FileRow[] {
  const told = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (told.length > MOST_ROWS) throw new RosterUnreadable('roster.too-large');
  return told;
}
