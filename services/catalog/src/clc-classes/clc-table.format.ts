import { tableRows, unprotected } from '@shulian/service-kit';

const HEADINGS = {
  notation: ['分类号', '类号', '中图法分类号', 'notation', 'class'],
  words: ['类名', '类目', '类目名称', '名称', 'words', 'name', 'caption'],
  parent: ['上位类', '上位类号', '父类', 'parent', 'broader'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type TableColumn = keyof typeof HEADINGS;

/** A line of the schedules, still as written. */
export type ClcTableLine = {
  /** In the file, from 1. */
  readonly line: number;
  readonly notation: string;
  readonly words: string;
  readonly parent: string;
};

const plain = (cell: string): string => cell.normalize('NFKC').replace(/[\s*]/gu, '').toLowerCase();
const columnOf = (cell: string): TableColumn | null => {
  const heading = plain(cell);
  const found = Object.entries(HEADINGS).find(([, names]) => (names as readonly string[]).includes(heading));
  return found === undefined ? null : (found[0] as TableColumn);
};

/** The lines under the headings of a text table, in any of the usual codings; none where there are no headings. */
export async function* readClcTable(source: AsyncIterable<Uint8Array>): AsyncGenerator<ClcTableLine> {
  let columns: (TableColumn | null)[] | null = null;
  for await (const { line, cells } of tableRows(source, (cell) => columnOf(cell) !== null)) {
    if (columns === null) {
      const found = cells.map(columnOf);
      if (found.includes('notation') && found.includes('words')) columns = found;
      continue;
    }
    const cell = (name: TableColumn): string =>
      unprotected(cells[columns?.indexOf(name) ?? -1] ?? '')
        .normalize('NFC')
        .trim();
    yield { line, notation: cell('notation'), words: cell('words'), parent: cell('parent') };
  }
}
