import { cellAddress, MOST_COLUMNS } from './cell-address.js';
import { WorkbookUnreadable } from './workbook-unreadable.js';
import type { XmlStep } from './xml-steps.js';

const MOST_MERGES = 5_000;
const MOST_MERGED_CELLS = 250_000;

type MergedRange = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** The merged ranges of a sheet, which stand behind its rows. @throws WorkbookUnreadable when they are more than any list needs */
export async function mergedRanges(
  steps: AsyncIterable<readonly XmlStep[]>,
): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = [];
  let cells = 0;
  for await (const some of steps)
    for (const step of some) {
      if (step.is !== 'open' || step.name !== 'mergeCell') continue;
      const [from, to] = (step.attributes['ref'] ?? '').split(':').map(cellAddress);
      if (from == null || to == null || from.column > MOST_COLUMNS) continue;
      const range = {
        left: from.column,
        right: Math.min(to.column, MOST_COLUMNS),
        top: from.row,
        bottom: to.row,
      };
      ranges.push(range);
      cells += Math.max(0, range.right - range.left + 1) * Math.max(0, range.bottom - range.top + 1);
      if (ranges.length > MOST_MERGES || cells > MOST_MERGED_CELLS) throw new WorkbookUnreadable('too-large');
    }
  return ranges.sort((one, other) => one.top - other.top);
}

/** Writes the words of a merged cell into every cell it spans, row after row. */
export class MergedWords {
  private next = 0;
  private spanning: { readonly range: MergedRange; readonly words: string }[] = [];

  constructor(private readonly ranges: readonly MergedRange[]) {}

  /** @param cells of the row; grows up to the last merged cell */
  writeInto(cells: string[], row: number): void {
    this.spanning = this.spanning.filter(({ range }) => range.bottom >= row);
    for (let range = this.ranges[this.next]; range !== undefined && range.top <= row;) {
      // A range whose first row does not stand in the file has no words.
      const words = range.top === row ? (cells[range.left - 1] ?? '') : '';
      if (range.bottom >= row) this.spanning.push({ range, words });
      range = this.ranges[(this.next += 1)];
    }
    for (const { range, words } of this.spanning)
      for (let column = range.left; column <= range.right; column += 1) cells[column - 1] = words;
  }
}
