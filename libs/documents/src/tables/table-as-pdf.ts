import type { Readable } from 'node:stream';
import { A4, MM, Pdf } from '../pdf/pdf.js';
import { faceOf } from '../type/faces.js';
import { LEADING, linesOf, oneLine } from '../type/lines.js';
import { printable } from '../type/printable.js';
import { columnWidths } from './column-widths.js';
import { PageTotals } from './page-totals.js';
import { isNumeric, shownOf, titleOf, type Column, type Row, type Table } from './table.js';

const MARGIN = 12 * MM;
const CELL = 3;
const SIZES = [9, 8, 7, 6] as const;
/** A line to sign on, with room for a name written by hand. */
const SIGNING = { size: 9, height: 26 } as const;
/** Room between two slips, the line to cut along in its middle. */
const CUT = 18;
/** Sums become wider than what they are sums of. */
const WIDE_SUMS = { fen: '88888888.88', integer: '8888888' } as const;
/** The columns are as wide as these first rows need. */
const SAMPLE = 200;

type Line = { readonly cells: readonly (readonly string[])[]; readonly height: number };

/** A list to print on A4: the heads of the columns on every page, no row torn between two, pages numbered. */
export const tableAsPdf = (table: Table): Readable =>
  new Pdf({ title: table.title, language: table.language }).stream((pdf) => pages(pdf, table));

async function* pages(pdf: Pdf, table: Table): AsyncGenerator<void> {
  const rows = iterated(table.rows);
  const sample: Row[] = [];
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
    sample.push(next.value);
    if (sample.length === SAMPLE) break;
  }
  const sheet = new Sheet(pdf, table, sample);
  sheet.first();
  for (const row of sample) if (sheet.add(row)) yield;
  for (let next = await rows.next(); next.done !== true; next = await rows.next())
    if (sheet.add(next.value)) yield;
  sheet.end();
  yield;
}

/** What a column must have room for besides its cells. */
const widestSumOf = ({ total, type }: Column): string =>
  total === undefined || (type !== 'fen' && type !== 'integer') ? '' : WIDE_SUMS[type];

async function* iterated(rows: Table['rows']): AsyncGenerator<Row> {
  yield* rows;
}

class Sheet {
  private readonly paper: { readonly width: number; readonly height: number };
  private readonly size: number;
  private readonly widths: readonly number[];
  private readonly head: Line;
  private readonly totals: PageTotals;
  private y = 0;
  private number = 0;
  /** Whose slip it is that is being printed. */
  private slip: string | null = null;

  constructor(
    private readonly pdf: Pdf,
    private readonly table: Table,
    sample: readonly Row[],
  ) {
    const rows = sample.map((row) => table.columns.map((column) => printable(shownOf(row, column, table))));
    const titles = table.columns.map((column) => printable(titleOf(column, table)));
    const setting = columnWidths(
      table.columns.map((column, at) => ({
        title: titles[at] ?? '',
        cells: [...rows.map((row) => row[at] ?? ''), widestSumOf(column)],
        mayBreak: column.type === 'text',
      })),
      { upright: A4.width - 2 * MARGIN, across: A4.height - 2 * MARGIN, padding: 2 * CELL, sizes: SIZES },
    );
    this.paper = setting.across ? { width: A4.height, height: A4.width } : A4;
    this.size = setting.size;
    this.widths = setting.widths;
    this.head = this.lineOf(titles, 'bold');
    this.totals = new PageTotals(table);
  }

  first(): void {
    this.turn();
    const width = this.paper.width - 2 * MARGIN;
    for (const line of linesOf(printable(this.table.title), width, { face: faceOf('bold'), size: 15 })) {
      const x = MARGIN + (width - faceOf('bold').widthOf(line, 15)) / 2;
      this.pdf.text(line, { x, y: this.y }, { weight: 'bold', size: 15 });
      this.y += 15 * LEADING;
    }
    for (const note of this.table.notes)
      for (const line of linesOf(printable(note), width, { face: faceOf('regular'), size: 9 })) {
        this.pdf.text(line, { x: MARGIN, y: this.y }, { weight: 'regular', size: 9, grey: true });
        this.y += 9 * LEADING;
      }
    this.y += 4;
    this.heads();
  }

  /** True when a page is full and the row stands on a new one. */
  add(row: Row): boolean {
    const line = this.lineOf(
      this.table.columns.map((column) => printable(shownOf(row, column, this.table))),
      'regular',
    );
    const begins = this.beginsSlip(row);
    // A slip begins only where its head and a row have room.
    const needed = line.height + (begins ? this.slipHead.length * 9 * LEADING + this.head.height + CUT : 0);
    const full = this.y + needed > this.bottom - this.feetHeight;
    if (full) {
      this.feet(false);
      this.turn();
      if (begins) this.headOfSlip();
      this.heads();
      if (this.totals.kept) this.total(this.totals.broughtForward());
    } else if (begins) {
      this.pdf.rule(MARGIN, this.y, this.paper.width - MARGIN, this.y);
      this.pdf.cutLine(0, this.y + CUT / 2, this.paper.width);
      this.y += CUT;
      this.headOfSlip();
      this.heads();
    }
    this.draw(line, 'regular');
    this.totals.add(row);
    return full;
  }

  end(): void {
    this.feet(true);
  }

  /** Whether the row is the first of a slip that follows another. */
  private beginsSlip(row: Row): boolean {
    const { slipsBy } = this.table;
    if (slipsBy === undefined) return false;
    const before = this.slip;
    this.slip = JSON.stringify(row[slipsBy] ?? null);
    return before !== null && before !== this.slip;
  }

  /** What stands above each slip, so that it can be read when it is cut off. */
  private get slipHead(): readonly string[] {
    return [this.table.title, ...this.table.notes];
  }

  private headOfSlip(): void {
    for (const [at, text] of this.slipHead.entries()) {
      const face = faceOf(at === 0 ? 'bold' : 'regular');
      const line = oneLine(printable(text), this.paper.width - 2 * MARGIN, { face, size: 9 });
      this.pdf.text(line, { x: MARGIN, y: this.y }, { weight: at === 0 ? 'bold' : 'regular', size: 9 });
      this.y += 9 * LEADING;
    }
  }

  private get bottom(): number {
    return this.paper.height - MARGIN - 14 - (this.signs ? SIGNING.height : 0);
  }

  private get signs(): boolean {
    return (this.table.signatures ?? []).length > 0;
  }

  /** What the totals of a page take of it. */
  private get feetHeight(): number {
    return this.totals.kept ? 2 * (this.size * LEADING + 2 * CELL) : 0;
  }

  /** The end of a page: its totals, a rule, and who signs. */
  private feet(isLastPage: boolean): void {
    if (this.totals.kept) for (const cells of this.totals.closed(isLastPage)) this.total(cells);
    this.pdf.rule(MARGIN, this.y, this.paper.width - MARGIN, this.y);
    if (this.signs) this.sign(this.table.signatures ?? []);
  }

  /** The words of a total reach over the columns behind them. */
  private total(cells: readonly string[]): void {
    const height = this.size * LEADING + 2 * CELL;
    this.draw({ cells: cells.map((text) => [printable(text)]), height }, 'bold', true);
  }

  private sign(who: readonly string[]): void {
    const width = (this.paper.width - 2 * MARGIN) / who.length;
    const y = this.bottom + SIGNING.height - SIGNING.size * LEADING;
    who.forEach((name, at) => {
      const x = MARGIN + at * width;
      const text = printable(`${name}${this.table.language === 'zh' ? '：' : ':'}`);
      this.pdf.text(text, { x, y }, { weight: 'regular', size: SIGNING.size });
      const from = x + faceOf('regular').widthOf(text, SIGNING.size) + 2;
      this.pdf.rule(from, y + SIGNING.size + 2, x + width - 24, y + SIGNING.size + 2, 0.3);
    });
  }

  private turn(): void {
    this.pdf.page(this.paper);
    this.number += 1;
    this.y = MARGIN;
    const page =
      this.table.language === 'zh' ? `第 ${String(this.number)} 页` : `Page ${String(this.number)}`;
    const face = faceOf('regular');
    const y = this.paper.height - MARGIN - 8;
    const title = oneLine(printable(this.table.title), this.paper.width / 2, { face, size: 8 });
    this.pdf.text(title, { x: MARGIN, y }, { weight: 'regular', size: 8, grey: true });
    const x = this.paper.width - MARGIN - face.widthOf(page, 8);
    this.pdf.text(page, { x, y }, { weight: 'regular', size: 8, grey: true });
  }

  private heads(): void {
    this.pdf.filled(MARGIN, this.y, this.paper.width - 2 * MARGIN, this.head.height, '#e8e8e8');
    this.draw(this.head, 'bold');
  }

  private lineOf(texts: readonly string[], weight: 'regular' | 'bold'): Line {
    const setting = { face: faceOf(weight), size: this.size };
    // A single cell that fills a page is all of a row that a page can show.
    const most = Math.floor((A4.width - 2 * MARGIN) / (this.size * LEADING)) - 16;
    const cells = texts.map((text, at) => {
      const width = (this.widths[at] ?? 0) - 2 * CELL;
      const lines = linesOf(text, width, setting);
      return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
    });
    const height = Math.max(...cells.map((lines) => lines.length)) * this.size * LEADING + 2 * CELL;
    return { cells, height };
  }

  private draw({ cells, height }: Line, weight: 'regular' | 'bold', firstIsWords = false): void {
    this.pdf.rule(MARGIN, this.y, this.paper.width - MARGIN, this.y, 0.3);
    const face = faceOf(weight);
    let x = MARGIN;
    cells.forEach((lines, at) => {
      const width = this.widths[at] ?? 0;
      const column = this.table.columns[at];
      lines.forEach((text, line) => {
        const right = column !== undefined && isNumeric(column) && !(firstIsWords && at === 0);
        this.pdf.text(
          text,
          {
            x: right ? x + width - CELL - face.widthOf(text, this.size) : x + CELL,
            y: this.y + CELL + line * this.size * LEADING,
          },
          { weight, size: this.size },
        );
      });
      x += width;
    });
    this.y += height;
  }
}
