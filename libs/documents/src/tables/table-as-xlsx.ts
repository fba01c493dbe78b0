import { PassThrough, Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type ExcelJS from '@protobi/exceljs';
import { isNumeric, shownOf, titleOf, valueOf, type Column, type Row, type Table } from './table.js';

/** Rows that are written before what is ready goes to the reader. */
const AT_ONCE = 200;
/** In widths of a digit; what is wider goes on in a next line. */
const WIDEST = 60;
/** So wide a sheet still prints upright. */
const UPRIGHT = 100;
/** Points: of a line, and of the highest row that a workbook can have. */
const LINE = 15;
const HIGHEST = 409;
/** The number of the paper in the file. */
const A4 = 9;
/** Texts are texts: the number of a card keeps its zeros, and nothing that looks like a formula becomes one when edited. */
const FORMATS = {
  text: '@',
  'yes-no': '@',
  integer: '0',
  decimal: 'General',
  day: '@',
  moment: '@',
  fen: '0.00',
} as const;

/** A workbook of one sheet: title and notes, then the heads of the columns, which stay in sight and on every printed page. */
export const tableAsXlsx = (table: Table): Readable => Readable.from(pieces(table), { objectMode: false });

async function* pieces(table: Table): AsyncGenerator<Buffer> {
  // Loaded with the first workbook: half a second and 46 MB, which most processes never need.
  const { default: library } = await import('@protobi/exceljs');
  const ready = new PassThrough();
  const workbook = new library.stream.xlsx.WorkbookWriter({
    stream: ready,
    useStyles: true,
    useSharedStrings: false,
  });
  let sheet: Sheet | undefined;
  for await (const rows of together(table.rows)) {
    sheet ??= new Sheet(workbook, table, rows);
    sheet.add(rows);
    await turn();
    for (let chunk = ready.read() as Buffer | null; chunk !== null; chunk = ready.read() as Buffer | null)
      yield chunk;
  }
  (sheet ?? new Sheet(workbook, table, [])).end();
  const closed = workbook.commit();
  // Whoever goes away takes `ready` with it, and with it the commit: nobody is left to wait for that.
  closed.catch(() => undefined);
  for await (const chunk of ready) yield chunk as Buffer;
  await closed;
}

async function* together(rows: Table['rows']): AsyncGenerator<Row[]> {
  let waiting: Row[] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < AT_ONCE) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

class Sheet {
  private readonly sheet: ExcelJS.Worksheet;
  private readonly widths: readonly number[];

  /** @param first the columns are as wide as these rows need */
  constructor(
    workbook: ExcelJS.stream.xlsx.WorkbookWriter,
    private readonly table: Table,
    first: readonly Row[],
  ) {
    const { columns, notes, title } = table;
    const head = 2 + notes.length;
    this.widths = columns.map((column) =>
      Math.min(
        WIDEST,
        Math.max(wideOf(titleOf(column, table)), ...first.map((row) => wideOf(shownOf(row, column, table)))) +
          2,
      ),
    );
    this.sheet = workbook.addWorksheet(sheetName(title), {
      views: [{ state: 'frozen', ySplit: head }],
      pageSetup: {
        paperSize: A4,
        orientation: this.widths.reduce((sum, width) => sum + width, 0) > UPRIGHT ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToHeight: 0,
        showGridLines: true,
        printTitlesRow: `${String(head)}:${String(head)}`,
      },
    });
    this.sheet.columns = this.widths.map((width) => ({ width }));
    this.above(title, 14);
    for (const note of notes) this.above(note, 11);
    const heads = this.sheet.addRow(columns.map((column) => titleOf(column, table)));
    heads.font = { bold: true };
    columns.forEach((column, at) => (heads.getCell(at + 1).alignment = alignmentOf(column)));
    heads.commit();
  }

  add(rows: readonly Row[]): void {
    for (const values of rows) {
      const row = this.sheet.addRow(this.table.columns.map((column) => valueOf(values, column, this.table)));
      let lines = 1;
      this.table.columns.forEach((column, at) => {
        const cell = row.getCell(at + 1);
        cell.numFmt = FORMATS[column.type];
        cell.alignment = alignmentOf(column);
        const room = (this.widths[at] ?? WIDEST) - 2;
        lines = Math.max(lines, Math.ceil(wideOf(shownOf(values, column, this.table)) / room));
      });
      // Programs differ in whether they find the height of broken lines by themselves.
      if (lines > 1) row.height = Math.min(lines * LINE, HIGHEST);
      row.commit();
    }
  }

  end(): void {
    this.sheet.commit();
  }

  private above(text: string, size: number): void {
    const row = this.sheet.addRow([text]);
    row.font = { bold: size > 11, size };
    row.commit();
  }
}

const alignmentOf = (column: Column): Partial<ExcelJS.Alignment> => ({
  vertical: 'top',
  horizontal: isNumeric(column) ? 'right' : 'left',
  indent: isNumeric(column) ? 0 : 1,
  wrapText: true,
});

/** Characters of the width of a digit: a Chinese one counts for two. */
const wideOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);

/** A sheet is named by at most 31 characters, without those that separate. */
const sheetName = (title: string): string => title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31) || '1';
