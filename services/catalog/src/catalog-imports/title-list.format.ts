import { openWorkbook, type WorkbookSheet } from '@shulian/documents/workbooks';
import {
  cellFault,
  plainNumber,
  tableRows,
  unprotected,
  withoutInvisible,
  type TableRow,
} from '@shulian/service-kit';
import { isHeading, listHeader, type ListColumn, type ListHeader } from './rules/list-columns.js';
import type { ListCells } from './rules/from-title-list.js';
import { trimmed, type ReadingNote, type RecordPlace } from './rules/marc-record.js';

/** A line of a title list by what its columns are, or what is wrong with it. */
export type ListReading =
  | {
      readonly is: 'row';
      readonly place: RecordPlace;
      /** Counted from 1, hidden ones too; a text has one. */
      readonly sheetNumber: number;
      readonly cells: ListCells;
      readonly notes: readonly ReadingNote[];
      /** The row as it stood there, for telling rows apart whose letters were lost. */
      readonly written: string;
    }
  /** The row of headings: its columns that nobody reads. */
  | { readonly is: 'header'; readonly place: RecordPlace; readonly unread: readonly string[] }
  | {
      readonly is: 'sheet-unread';
      readonly place: RecordPlace;
      readonly code: 'sheet.hidden' | 'sheet.no-header';
    }
  | { readonly is: 'damaged'; readonly place: RecordPlace; readonly code: string };

/** A title may stand above the headings. */
const ROWS_WITH_HEADER = 10;

/** Columns whose values name something: spreadsheets mangle them as numbers. */
const NUMBERS: ReadonlySet<ListColumn> = new Set([
  'isbn',
  'barcode',
  'formerNumber',
  'bookNumber',
  'callNumber',
  'clc',
  'copies',
]);

/**
 * Reads a text list (UTF-8, UTF-16 or GB18030; one separator, told by the headings) row by row in constant memory. `record`
 * counts rows after the header from 1, `offset` is the line in the file. The header is answered first, as record 0.
 */
export async function* readTitleList(source: AsyncIterable<Uint8Array>): AsyncGenerator<ListReading> {
  const { rows, isTable } = yield* readTable(tableRows(source, isHeading), { before: 0, sheetNumber: 1 });
  if (!isTable && rows > 0) yield NO_HEADINGS;
}

/**
 * Reads every sheet with headings that its owner shows, by the rules of a text list; `offset` is the row of the sheet, and
 * `record` counts on from sheet to sheet.
 * @throws WorkbookUnreadable
 */
export async function* readTitleWorkbook(bytes: Buffer): AsyncGenerator<ListReading> {
  const sheets = await openWorkbook(bytes);
  const isOnly = sheets.length === 1;
  let [record, tables, unread] = [0, 0, 0];
  for (const [at, sheet] of sheets.entries()) {
    const named = isOnly ? {} : { sheet: sheet.name };
    const place = { record, offset: 1, ...named };
    if (sheet.isHidden) {
      yield { is: 'sheet-unread', place, code: 'sheet.hidden' };
      continue;
    }
    const { rows, isTable } = yield* readTable(rowsOf(sheet), {
      before: record,
      sheetNumber: at + 1,
      ...named,
    });
    if (isTable) {
      record += rows;
      tables += 1;
    } else if (rows > 0) {
      unread += 1;
      if (!isOnly) yield { is: 'sheet-unread', place, code: 'sheet.no-header' };
    }
  }
  if (tables === 0 && unread > 0) yield NO_HEADINGS;
}

async function* rowsOf(sheet: WorkbookSheet): AsyncGenerator<TableRow> {
  for await (const { row, cells } of sheet.rows()) yield { line: row, cells, trouble: null };
}

const NO_HEADINGS: ListReading = {
  is: 'damaged',
  place: { record: 1, offset: 1 },
  code: 'list.headings-missing',
};

/** Where a table stands: records before it, and its sheet. */
type TablePlace = { readonly before: number; readonly sheetNumber: number; readonly sheet?: string };

/** Answers how many rows it has after its header; of what is no table, how many were looked at. */
async function* readTable(
  source: AsyncIterable<TableRow>,
  { before, sheetNumber, ...sheet }: TablePlace,
): AsyncGenerator<ListReading, { readonly rows: number; readonly isTable: boolean }> {
  let header: ListHeader | null = null;
  let rows = 0;
  for await (const row of source) {
    const place = { record: before, offset: row.line, ...sheet };
    if (header === null) {
      header = listHeader(row.cells);
      if (header === null) {
        rows += 1;
        if (rows < ROWS_WITH_HEADER) continue;
        break;
      }
      rows = 0;
      yield { is: 'header', place, unread: header.unread };
      continue;
    }
    rows += 1;
    yield readRow(row, header, { ...place, record: before + rows }, sheetNumber);
  }
  return { rows, isTable: header !== null };
}

const readRow = (
  row: TableRow,
  { columns }: ListHeader,
  place: RecordPlace,
  sheetNumber: number,
): ListReading => {
  if (row.trouble === 'row.overlong') return { is: 'damaged', place, code: row.trouble };
  const cells = new Map<ListColumn, string>();
  const notes: ReadingNote[] = row.trouble === null ? [] : [{ code: row.trouble }];
  columns.forEach((column, at) => {
    if (column === null) return;
    const seen = unprotected(row.cells[at] ?? '');
    const fault = cellFault(seen);
    // Letters lost in a text leave the rest of it; an error value, or a number without all of its digits, leaves nothing.
    const read = NUMBERS.has(column)
      ? plainNumber(seen)
      : fault === 'cell.error'
        ? { fault }
        : withoutInvisible(seen);
    if (typeof read !== 'string') {
      notes.push({ code: read.fault, field: column });
      return;
    }
    const value = trimmed(read);
    if (value !== null) cells.set(column, value);
  });
  if (row.cells.slice(columns.length).some((cell) => cell !== '')) notes.push({ code: 'row.too-long' });
  return { is: 'row', place, sheetNumber, cells, notes, written: row.cells.join('\u001f') };
};
