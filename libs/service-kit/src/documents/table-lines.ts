import { Readable } from 'node:stream';
import {
  TABLE_FORMATS,
  type CellType,
  type Column,
  type Row,
  type Table,
  type TableFormat,
} from '@shulian/documents';

/** How a service hands over a table whose names are still to be put in: never offered to clients, rendered by the next. */
export const LINES = 'lines';
export const LINES_MEDIA_TYPE = 'application/vnd.shulian.table+x-ndjson';

/**
 * In place of a type of cell: whom the line is about, by id; only where names are known can it be shown. `who` is a reader or
 * a class and becomes name, card and class; `class` is a class alone and stays one column.
 */
export type WhoType = 'who' | 'class';
export type Who = { readonly kind: string; readonly id: string } | null;

export type LinesColumn = Omit<Column, 'type'> & { readonly type: CellType | WhoType };

export const isWho = (type: CellType | WhoType): type is WhoType => type === 'who' || type === 'class';

/** What stands before the lines of a table. */
export type LinesHead = Pick<
  Table,
  'title' | 'notes' | 'language' | 'signatures' | 'slipsBy' | 'pageOfRow'
> & {
  /** What it is called as a file. */
  readonly name: string;
  readonly columns: readonly LinesColumn[];
};

export type TableOfLines = LinesHead & { readonly rows: AsyncIterable<Row> | Iterable<Row> };

const AT_ONCE = 200;
/** A line is a row of a list; a longer one is no line of ours. */
const LONGEST = 1_048_576;

/** Columns that can be shown where no names are known. */
export const withoutWho = (columns: readonly LinesColumn[]): Table['columns'] =>
  columns.flatMap(({ type, ...column }) => (isWho(type) ? [] : [{ ...column, type }]));

/** The head, then each row, as a line of JSON; made while it is read. */
export const tableToLines = (table: TableOfLines): Readable =>
  Readable.from(pieces(table), { objectMode: false });

async function* pieces({ rows, ...head }: TableOfLines): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  let waiting: string[] = [];
  for await (const row of rows) {
    waiting.push(`${JSON.stringify(row)}\n`);
    if (waiting.length < AT_ONCE) continue;
    yield waiting.join('');
    waiting = [];
  }
  if (waiting.length > 0) yield waiting.join('');
}

/**
 * Reads what `tableToLines` wrote; the rows are read as they are asked for.
 * @throws Error where the bytes end before the head does
 */
export async function tableFromLines(
  bytes: AsyncIterable<Uint8Array>,
): Promise<LinesHead & { readonly rows: AsyncIterable<Row> }> {
  const lines = linesIn(bytes);
  const head = await lines.next();
  if (head.done === true) throw new Error('a table without a head');
  const rows = async function* (): AsyncGenerator<Row> {
    for await (const line of lines) yield JSON.parse(line) as Row;
  };
  return { ...(JSON.parse(head.value) as LinesHead), rows: rows() };
}

async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of bytes) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LONGEST) throw new Error('a line of a table is too long');
    yield* parts;
  }
  if (rest + decoder.decode() !== '') throw new Error('a table that was cut');
}

/** Whether it is a document that is asked for, and of which kind. */
export const isTableFormat = (format: unknown): format is TableFormat =>
  TABLE_FORMATS.some((known) => known === format);
