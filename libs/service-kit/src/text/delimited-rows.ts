import { textLines, type TextLine } from './text-lines.js';
import { cellsOfLine, separatorOf, separators } from './separator.js';
import type { TextTrouble } from './text-coding.js';

/** A row of a table in a text file, with the line it begins on and what is wrong with it. */
export type TableRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly trouble: TextTrouble | 'row.quote-not-closed' | 'row.overlong' | null;
};

/** A cell that runs over more lines than this is a quote that nobody closed. */
const MOST_LINES_IN_A_CELL = 30;
/** The header stands within the first lines; a title may stand above it. */
const LINES_WITH_HEADER = 10;

/**
 * The rows of a text table (CSV and its kin) in constant memory, empty ones left out. The whole file has one separator: the
 * one that the header row is cut best by, told by the headings the caller knows; a header of one column has none. A quote
 * that nobody closed costs its line, never the file.
 */
export async function* tableRows(
  source: AsyncIterable<Uint8Array>,
  isHeading: (cell: string) => boolean,
): AsyncGenerator<TableRow> {
  const held: TextLine[] = [];
  let separator: string | null | undefined;
  for await (const line of textLines(source)) {
    held.push(line);
    if (separator === undefined) {
      if (held.length < LINES_WITH_HEADER) continue;
      separator = separatorFor(held, isHeading);
    }
    yield* rowsFrom(held, separator, false);
  }
  yield* rowsFrom(held, separator ?? separatorFor(held, isHeading), true);
}

/** Takes whole rows off the front of `held`, and leaves a row that may still go on. */
function* rowsFrom(held: TextLine[], separator: string | null, isEnd: boolean): Generator<TableRow> {
  for (let first = held[0]; first !== undefined; first = held[0]) {
    const taken = rowAt(held, separator, isEnd);
    if (taken === 'open') return;
    held.splice(0, taken.lines);
    if (first.line === 1 && /^sep=.$/i.test(first.text)) continue;
    if (taken.row.cells.some((cell) => cell !== '')) yield taken.row;
  }
}

const rowAt = (
  held: readonly TextLine[],
  separator: string | null,
  isEnd: boolean,
): { row: TableRow; lines: number } | 'open' => {
  const [first] = held;
  if (first === undefined) throw new Error('no line to read');
  const most = Math.min(held.length, MOST_LINES_IN_A_CELL);
  let text = '';
  for (let lines = 1; lines <= most; lines += 1) {
    const line = held[lines - 1];
    if (line === undefined || line.isOverlong) break;
    text += lines === 1 ? line.text : continued(line);
    // Only a quote can end a cell that a quote began.
    if (lines > 1 && !line.text.includes('"')) continue;
    const { cells, isOpen, isStray } = cutRow(text, separator);
    if (lines > 1 && isStray) break;
    if (isOpen) continue;
    const trouble = held.slice(0, lines).find((each) => each.trouble !== null)?.trouble ?? null;
    return { row: { line: first.line, cells, trouble }, lines };
  }
  if (!isEnd && held.length < MOST_LINES_IN_A_CELL && !first.isOverlong && !hasStrayEnd(held, separator))
    return 'open';
  const trouble = first.isOverlong ? 'row.overlong' : 'row.quote-not-closed';
  return { row: { line: first.line, cells: cutPlainly(first.text, separator), trouble }, lines: 1 };
};

/** A line that goes on with the cell of the one before it. */
const continued = ({ text, blankLines }: TextLine): string => `${'\n'.repeat(blankLines + 1)}${text}`;

/** Whether the lines held already show that their quote is no quote of a cell. */
const hasStrayEnd = (held: readonly TextLine[], separator: string | null): boolean =>
  held.length > 1 &&
  cutRow(held.map((line, at) => (at === 0 ? line.text : continued(line))).join(''), separator).isStray;

type CutRow = {
  readonly cells: string[];
  /** The last cell began with a quote that has not ended. */
  readonly isOpen: boolean;
  /** A quoted cell holds a quote that is neither doubled nor its end. */
  readonly isStray: boolean;
};

const cutRow = (text: string, separator: string | null): CutRow => {
  const cells: string[] = [];
  let isStray = false;
  for (let at = 0; ;) {
    // `="00123"` is how a spreadsheet protects a number: its quotes hold the cell together, too.
    const lead = text.startsWith('="', at) ? 1 : 0;
    if (text[at + lead] !== '"') {
      const end = separator === null ? -1 : text.indexOf(separator, at);
      cells.push(trimmedCell(text.slice(at, end < 0 ? undefined : end)));
      if (end < 0 || separator === null) return { cells, isOpen: false, isStray };
      at = end + separator.length;
      continue;
    }
    const { end, next, stray } = quoteEnd(text, at + lead + 1, separator);
    isStray ||= stray;
    const inner = text.slice(at + lead + 1, end < 0 ? undefined : end).replaceAll('""', '"');
    cells.push(trimmedCell(lead === 1 ? `="${inner}"` : inner));
    if (end < 0) return { cells, isOpen: true, isStray };
    if (next === null) return { cells, isOpen: false, isStray };
    at = next;
  }
};

/** Where a quoted cell ends: at a quote before a separator or the end; a doubled one is a sign of the cell. */
const quoteEnd = (
  text: string,
  from: number,
  separator: string | null,
): { end: number; next: number | null; stray: boolean } => {
  let stray = false;
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    let after = at + 1;
    while (text[after] === ' ') after += 1;
    if (after >= text.length) return { end: at, next: null, stray };
    if (separator !== null && text.startsWith(separator, after))
      return { end: at, next: after + separator.length, stray };
    stray = true;
  }
  return { end: -1, next: null, stray };
};

const cutPlainly = (text: string, separator: string | null): string[] =>
  (separator === null ? [text] : text.split(separator)).map((cell) =>
    trimmedCell(cell.replace(/^\s*"|"\s*$/g, '')),
  );

const trimmedCell = (text: string): string => text.replace(/^[\s\ufeff\u200b]+|[\s\ufeff\u200b]+$/gu, '');

const separatorFor = (lines: readonly TextLine[], isHeading: (cell: string) => boolean): string | null => {
  const texts = lines.map(({ text }) => text).filter((text) => text.trim() !== '');
  const [first = ''] = texts;
  const named = /^sep=(.)$/i.exec(first)?.[1];
  if (named !== undefined) return named;
  const known = (cells: readonly string[]): number => cells.filter(isHeading).length;
  const best = separatorOf(texts, known);
  // A header of one column has no separator, whatever stands in the rows.
  if (best !== null)
    return texts.some((text) => text.includes(best) && known(cellsOfLine(text, best)) > 0) ? best : null;
  const count = (mark: string): number => first.split(mark).length - 1;
  const most = separators.reduce((chosen, mark) => (count(mark) > count(chosen) ? mark : chosen));
  return count(most) > 0 ? most : null;
};
