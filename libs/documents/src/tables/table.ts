/** What stands in a column; money is whole fen, shown as yuan. */
export type CellType = 'text' | 'integer' | 'decimal' | 'day' | 'moment' | 'fen' | 'yes-no';
export type Cell = string | number | boolean | null | undefined;
export type Language = 'zh' | 'en';

/** How a column of a book is added up at the foot of a page: its sum, where it stands now, or how many lines there are. */
export type Total = 'sum' | 'last' | 'count';

export type Column = {
  readonly key: string;
  readonly title: string;
  readonly type: CellType;
  /** On paper only; a list with one such column is a book. */
  readonly total?: Total;
  /** What a count is of. */
  readonly unit?: string;
};
export type Row = Readonly<Record<string, unknown>>;

/**
 * A page for each row, as a certificate. `{key}` in its words stands for what the row shows in that column; where one of the
 * `blanks` is not known, room is left to write it in.
 */
export type PageOfRow = {
  readonly heading: string;
  readonly greeting: string;
  readonly body: string;
  readonly foot: readonly string[];
  readonly blanks: readonly string[];
};

/** Lines under each other, as many as there are: they are asked for while the document is made. */
export type Table = {
  readonly title: string;
  /** What else stands above the lines: whose they are, the period, the moment they are true for. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  /** Who signs at the foot of each page, on paper. */
  readonly signatures?: readonly string[];
  /** Rows with the same value under this key are one slip, on paper: cut along the line before the next, it stands by itself. */
  readonly slipsBy?: string;
  /** On paper, a page for each row in place of the list. */
  readonly pageOfRow?: PageOfRow;
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
  readonly language: Language;
  /** The zone in which moments are shown. */
  readonly timeZone: string;
};

const MONEY_UNIT = { zh: '(元)', en: ' (yuan)' } as const;
const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

export const isNumeric = ({ type }: Column): boolean =>
  type === 'integer' || type === 'decimal' || type === 'fen';

export const titleOf = ({ title, type }: Column, { language }: Table): string =>
  type === 'fen' ? `${title}${MONEY_UNIT[language]}` : title;

/** The value as a number or a text, for a cell that knows numbers. */
export function valueOf(
  row: Row,
  { key, type }: Column,
  { language, timeZone }: Table,
): string | number | null {
  const value = row[key];
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'number') return type === 'fen' ? value / 100 : value;
  if (typeof value !== 'string') throw new TypeError(`a cell of ${key} is neither text nor number`);
  return type === 'moment' ? momentIn(value, timeZone) : value;
}

/** The value as it is read on paper. */
export function shownOf(row: Row, column: Column, table: Table): string {
  const value = valueOf(row, column, table);
  if (typeof value === 'number') return column.type === 'fen' ? value.toFixed(2) : String(value);
  return value ?? '';
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-10-12 12:05`, as it is written everywhere in the county. */
function momentIn(instant: string, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(timeZone, clock);
  }
  return clock.format(new Date(instant));
}
