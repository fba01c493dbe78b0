import { shownOf, type Column, type Row, type Table } from './table.js';

/** What account books write at the foot and the head of a page. */
const WORDS = {
  zh: { forward: '承前页', page: '本页合计', carried: '过次页', all: '总计' },
  en: { forward: 'Brought forward', page: 'Page total', carried: 'Carried forward', all: 'Total' },
} as const;

type Totals = { lines: number; readonly sums: Map<string, number>; readonly last: Map<string, unknown> };

const none = (): Totals => ({ lines: 0, sums: new Map(), last: new Map() });

/** The totals of a list that is kept as a book: of the page, and of all pages so far. */
export class PageTotals {
  private page = none();
  private readonly all = none();

  constructor(private readonly table: Table) {}

  /** Whether the list is a book at all. */
  get kept(): boolean {
    return this.table.columns.some(({ total }) => total !== undefined);
  }

  add(row: Row): void {
    for (const totals of [this.page, this.all]) {
      // A line that only says that the list is cut has nothing in its first column.
      if (this.hasFirst(row)) totals.lines += 1;
      for (const { key, total } of this.table.columns) {
        const value = row[key];
        if (total === 'sum' && typeof value === 'number')
          totals.sums.set(key, (totals.sums.get(key) ?? 0) + value);
        if (total === 'last' && value !== null && value !== undefined) totals.last.set(key, value);
      }
    }
  }

  /** The head of a page that is not the first. */
  broughtForward(): readonly string[] {
    return this.cells(WORDS[this.table.language].forward, this.all);
  }

  /** The foot of a page; the next one begins to count anew. */
  closed(isLastPage: boolean): readonly (readonly string[])[] {
    const { page, carried, all } = WORDS[this.table.language];
    const feet = [this.cells(page, this.page), this.cells(isLastPage ? all : carried, this.all)];
    this.page = none();
    return feet;
  }

  private hasFirst(row: Row): boolean {
    const [first] = this.table.columns;
    const value = first === undefined ? undefined : row[first.key];
    return value !== null && value !== undefined && value !== '';
  }

  /** The words stand in the first column, and reach over those that are not added up. */
  private cells(words: string, totals: Totals): string[] {
    return this.table.columns.map((column, at) => (at === 0 ? words : this.cell(column, totals)));
  }

  private cell(column: Column, { lines, sums, last }: Totals): string {
    const { key, total, unit } = column;
    if (total === 'count') return `${String(lines)}${unit ?? ''}`;
    if (total === undefined) return '';
    const value = total === 'sum' ? (sums.get(key) ?? 0) : last.get(key);
    return shownOf({ [key]: value }, column, this.table);
  }
}
