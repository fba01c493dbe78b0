import type { Readable } from 'node:stream';
import { A4, MM, Pdf } from '../pdf/pdf.js';
import { faceOf, type Weight } from '../type/faces.js';
import { LEADING, linesOf } from '../type/lines.js';
import { printable } from '../type/printable.js';
import { shownOf, type PageOfRow, type Row, type Table } from './table.js';

const PAPER = { width: A4.height, height: A4.width } as const;
const FRAME = 12 * MM;
const MARGIN = 32 * MM;
const SIZES = { heading: 40, greeting: 22, body: 20, foot: 13 } as const;
/** Where the name has to be written in by hand. */
const BLANK = '＿＿＿＿＿＿';

/** A page across for each row, as a certificate: its words are those of the page, with what the row says in them. */
export const pagesAsPdf = (table: Table, page: PageOfRow): Readable =>
  new Pdf({ title: table.title, language: table.language }).stream(async function* (pdf) {
    let none = true;
    for await (const row of table.rows) {
      none = false;
      draw(pdf, filledPage(table, page, row));
      yield;
    }
    if (none) pdf.page(PAPER);
    yield;
  });

/** The words of a page with the values of a row in place of `{key}`; what nobody knows is left blank to be written in. */
function filledPage(table: Table, page: PageOfRow, row: Row): PageOfRow {
  const columns = new Map(table.columns.map((column) => [column.key, column]));
  const filled = (text: string): string =>
    text.replaceAll(/\{([^{}]+)\}/g, (_, key: string) => {
      const column = columns.get(key);
      const value = column === undefined ? '' : shownOf(row, column, table);
      return value === '' && page.blanks.includes(key) ? BLANK : value;
    });
  return {
    blanks: page.blanks,
    heading: filled(page.heading),
    greeting: filled(page.greeting),
    body: filled(page.body),
    foot: page.foot.map(filled),
  };
}

function draw(pdf: Pdf, { heading, greeting, body, foot }: PageOfRow): void {
  pdf.page(PAPER);
  frame(pdf);
  const width = PAPER.width - 2 * MARGIN;
  let y = 34 * MM;
  const set = (text: string, size: number, weight: Weight, x: (wide: number) => number): void => {
    const face = faceOf(weight);
    for (const line of linesOf(printable(text), width, { face, size })) {
      pdf.text(line, { x: x(face.widthOf(line, size)), y }, { size, weight });
      y += size * LEADING;
    }
  };
  const centred = (wide: number): number => (PAPER.width - wide) / 2;
  set(heading, SIZES.heading, 'bold', centred);
  y += 12 * MM;
  set(greeting, SIZES.greeting, 'bold', () => MARGIN);
  y += 4 * MM;
  set(body, SIZES.body, 'regular', () => MARGIN);
  // The foot stands at the bottom, whatever is above it.
  y = PAPER.height - 26 * MM - foot.length * SIZES.foot * LEADING;
  for (const line of foot) set(line, SIZES.foot, 'regular', (wide) => PAPER.width - MARGIN - wide);
}

function frame(pdf: Pdf): void {
  for (const [inset, wide] of [
    [FRAME, 2],
    [FRAME + 2 * MM, 0.6],
  ] as const) {
    const [left, top] = [inset, inset];
    const [right, bottom] = [PAPER.width - inset, PAPER.height - inset];
    pdf.rule(left, top, right, top, wide);
    pdf.rule(left, bottom, right, bottom, wide);
    pdf.rule(left, top, left, bottom, wide);
    pdf.rule(right, top, right, bottom, wide);
  }
}
