import { cellAddress, LAST_ROW, MOST_COLUMNS } from './cell-address.js';
import { LONGEST_TEXT, TextGatherer } from './cell-texts.js';
import type { MergedWords } from './merged-cells.js';
import { shownNumber, type NumberLook } from './number-looks.js';
import type { XmlStep } from './xml-steps.js';

/** A row with any words in it; its number is the one a person sees beside it. */
export type WorkbookRow = { readonly row: number; readonly cells: readonly string[] };

/** What cells name by number, and what the sheet says behind its rows. */
export type SheetContext = {
  readonly texts: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly since1904: boolean;
  readonly merged: MergedWords;
};

/** The rows that stand in a sheet, in their order: a few bytes may say that one is the millionth, which costs nothing. */
export async function* sheetRows(
  steps: AsyncIterable<readonly XmlStep[]>,
  context: SheetContext,
): AsyncGenerator<WorkbookRow> {
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let cell = new CellInReading({});
  for await (const some of steps)
    for (const step of some) {
      if (step.is === 'open' && step.name === 'row') {
        row = rowNumber(step.attributes['r'], row);
        cells = [];
        column = 0;
      } else if (step.is === 'open' && step.name === 'c') {
        column = cellAddress(step.attributes['r'] ?? '')?.column ?? column + 1;
        cell = new CellInReading(step.attributes);
      } else if (step.is === 'close' && step.name === 'c') {
        if (column <= MOST_COLUMNS) cells[column - 1] = cell.words(context).trim();
      } else if (step.is === 'close' && step.name === 'row') {
        context.merged.writeInto(cells, row);
        const words = Array.from(cells, (each: string | undefined) => each ?? '');
        if (row <= LAST_ROW && words.some((each) => each !== '')) yield { row, cells: words };
      } else cell.take(step);
    }
}

/** Rows and cells may leave their place out: then they stand after the one before. */
const rowNumber = (written: string | undefined, before: number): number =>
  written !== undefined && /^\d{1,7}$/.test(written) ? Number(written) : before + 1;

class CellInReading {
  private readonly text = new TextGatherer();
  private value = '';
  private inValue = false;

  constructor(private readonly attributes: Readonly<Record<string, string>>) {}

  take(step: XmlStep): void {
    this.text.take(step);
    if (step.is === 'text') {
      if (this.inValue && this.value.length < LONGEST_TEXT) this.value += step.text;
    } else if (step.name === 'v') this.inValue = step.is === 'open';
  }

  words({ texts, looks, since1904 }: SheetContext): string {
    switch (this.attributes['t']) {
      case 's':
        return texts[Number(this.value)] ?? '';
      case 'inlineStr':
        return this.text.taken();
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE';
      case 'str':
      case 'e':
      case 'd':
        return this.value.slice(0, LONGEST_TEXT).toWellFormed();
      default:
        return shownNumber(this.value, looks[Number(this.attributes['s'] ?? 0)], since1904);
    }
  }
}
