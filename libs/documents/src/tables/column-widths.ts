import { faceOf } from '../type/faces.js';

export type ColumnSample = {
  readonly title: string;
  readonly cells: readonly string[];
  /** Texts go on in a next line; numbers and days do not. */
  readonly mayBreak: boolean;
};

export type Sheet = {
  readonly across: boolean;
  readonly size: number;
  readonly widths: readonly number[];
};

/** A text that is longer than this, in widths of a character, is broken before its column grows. */
const WIDEST = 22;
/** No column of texts is narrower. */
const NARROWEST = 6;

/**
 * Upright paper where the columns fit, else across, else smaller type. Numbers and days get what they need; texts share
 * what is left by what they would like to have.
 */
export function columnWidths(
  columns: readonly ColumnSample[],
  paper: {
    readonly upright: number;
    readonly across: number;
    readonly padding: number;
    readonly sizes: readonly number[];
  },
): Sheet {
  const wishes = (size: number): number[] => columns.map((column) => wishOf(column, size) + paper.padding);
  const needs = (size: number): number[] => columns.map((column) => leastOf(column, size) + paper.padding);
  const [largest, smallest] = [paper.sizes[0] ?? 9, paper.sizes.at(-1) ?? 6];
  for (const across of [false, true]) {
    const room = across ? paper.across : paper.upright;
    const wished = wishes(largest);
    if (sum(wished) <= room) return { across, size: largest, widths: spread(wished, columns, room) };
  }
  for (const size of paper.sizes) {
    const least = needs(size);
    const wished = wishes(size);
    if (sum(wished) <= paper.across)
      return { across: true, size, widths: spread(wished, columns, paper.across) };
    if (sum(least) <= paper.across)
      return { across: true, size, widths: between(least, wished, paper.across) };
  }
  const least = needs(smallest);
  const shrink = paper.across / sum(least);
  return { across: true, size: smallest, widths: least.map((width) => width * shrink) };
}

const widest = ({ title, cells }: ColumnSample, size: number): number =>
  Math.max(
    faceOf('bold').widthOf(title, size),
    ...cells.map((cell) => faceOf('regular').widthOf(cell, size)),
  );

const wishOf = (column: ColumnSample, size: number): number =>
  column.mayBreak ? Math.min(widest(column, size), WIDEST * size) : widest(column, size);

/** What people copy sign by sign: barcodes, card numbers, ISBNs. Broken in two it is read as two. */
const CODE = /[!-~]+/g;

const widestCode = ({ cells }: ColumnSample, size: number): number =>
  Math.max(
    0,
    ...cells.flatMap((cell) => cell.match(CODE) ?? []).map((code) => faceOf('regular').widthOf(code, size)),
  );

const leastOf = (column: ColumnSample, size: number): number =>
  column.mayBreak
    ? Math.min(widest(column, size), WIDEST * size, Math.max(NARROWEST * size, widestCode(column, size)))
    : Math.max(...column.cells.map((cell) => faceOf('regular').widthOf(cell, size)), 2 * size);

/** What is left over goes to the texts, or to all where there are none. */
function spread(widths: readonly number[], columns: readonly ColumnSample[], room: number): number[] {
  const texts = columns.some(({ mayBreak }) => mayBreak);
  const takes = columns.map(({ mayBreak }, at) => (mayBreak || !texts ? (widths[at] ?? 0) : 0));
  const left = room - sum(widths);
  return widths.map((width, at) => width + (left * (takes[at] ?? 0)) / sum(takes));
}

function between(least: readonly number[], wished: readonly number[], room: number): number[] {
  const share = (room - sum(least)) / (sum(wished) - sum(least));
  return least.map((width, at) => width + ((wished[at] ?? 0) - width) * share);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
