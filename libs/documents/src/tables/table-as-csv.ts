import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { titleOf, valueOf, type Row, type Table } from './table.js';

/** Rows that are written in one go. */
const AT_ONCE = 200;

/**
 * What a spreadsheet would take for a formula, also in full width, gets an apostrophe in front: names come from files of
 * strangers. Numbers are not touched; a text that begins with a minus sign is no number.
 */
const withoutFormula = (value: string | number | null): string | number | null =>
  typeof value === 'string' && /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;

const linesOf = (cells: (string | number | null)[][], bom = false): string =>
  stringify(cells, { bom, record_delimiter: 'windows' });

/** RFC 4180, with a byte order mark, so that spreadsheets read the Chinese right. */
export const tableAsCsv = (table: Table): Readable => Readable.from(pieces(table), { objectMode: false });

async function* pieces(table: Table): AsyncGenerator<string> {
  yield linesOf([table.columns.map((column) => withoutFormula(titleOf(column, table)))], true);
  let waiting: Row[] = [];
  const written = (): string =>
    linesOf(waiting.map((row) => table.columns.map((column) => withoutFormula(valueOf(row, column, table)))));
  for await (const row of table.rows) {
    waiting.push(row);
    if (waiting.length < AT_ONCE) continue;
    yield written();
    waiting = [];
  }
  if (waiting.length > 0) yield written();
}
