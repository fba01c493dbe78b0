import { openWorkbook } from '@shulian/documents/workbooks';
import { cellFault, tableRows, unprotected, withoutInvisible } from '@shulian/service-kit';
import { archiveColumnOf, type ArchiveColumn } from '../rules/archive-list.js';

/** A line under the headings, with the row of its sheet or the line of its text. */
export type ArchiveListRow = {
  readonly place: Readonly<Record<string, string | number>>;
  readonly cells: ReadonlyMap<ArchiveColumn, string>;
  /** Why it cannot be read: a line that is torn, a cell whose words were lost. */
  readonly trouble: string | null;
};

/** A title may stand above the headings, of which these two make a row the one of headings. */
const ROWS_WITH_HEADER = 10;
const NEEDED: readonly ArchiveColumn[] = ['code', 'title'];

type RowOfFile = {
  readonly place: Readonly<Record<string, string | number>>;
  readonly cells: readonly string[];
  readonly trouble: string | null;
};

/** Lines of a text list (UTF-8, UTF-16 or GB18030), row by row. @returns whether it had headings */
export async function* readArchiveText(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchiveListRow, boolean> {
  const rows = async function* (): AsyncGenerator<RowOfFile> {
    for await (const { line, cells, trouble } of tableRows(
      source,
      (cell) => archiveColumnOf(cell) !== undefined,
    ))
      yield { place: { row: line }, cells, trouble };
  };
  return yield* under(rows());
}

/** Lines of all sheets that have headings and are not hidden. @throws WorkbookUnreadable */
export async function* readArchiveWorkbook(bytes: Buffer): AsyncGenerator<ArchiveListRow, boolean> {
  let hasHeadings = false;
  for (const { name, isHidden, rows } of await openWorkbook(bytes)) {
    if (isHidden) continue;
    const ofSheet = async function* (): AsyncGenerator<RowOfFile> {
      for await (const { row, cells } of rows()) yield { place: { sheet: name, row }, cells, trouble: null };
    };
    hasHeadings = (yield* under(ofSheet())) || hasHeadings;
  }
  return hasHeadings;
}

/** What a file is by its first bytes; an older workbook, or one with a password, is neither. */
export const archiveFileKind = async (
  source: AsyncIterable<Uint8Array>,
): Promise<'workbook' | 'text' | 'unsupported'> => {
  for await (const chunk of source) {
    const beginning = Buffer.from(chunk).subarray(0, 4).toString('latin1');
    if (beginning === 'PK\u0003\u0004') return 'workbook';
    return beginning === '\xd0\xcf\x11\xe0' ? 'unsupported' : 'text';
  }
  return 'text';
};

async function* under(rows: AsyncIterable<RowOfFile>): AsyncGenerator<ArchiveListRow, boolean> {
  let columns: readonly (ArchiveColumn | undefined)[] | undefined;
  let before = 0;
  for await (const { place, cells, trouble } of rows) {
    const plain = cells.map((cell) => withoutInvisible(unprotected(cell)));
    if (columns === undefined) {
      const named = plain.map(archiveColumnOf);
      before += 1;
      if (NEEDED.every((column) => named.includes(column))) columns = named;
      else if (before >= ROWS_WITH_HEADER) return false;
      continue;
    }
    const read = new Map<ArchiveColumn, string>();
    for (const [at, column] of columns.entries())
      if (column !== undefined && !read.has(column)) read.set(column, plain[at] ?? '');
    const faults = [...read.values()].flatMap((cell) => cellFault(cell) ?? []);
    yield { place, cells: read, trouble: trouble ?? faults[0] ?? null };
  }
  return columns !== undefined;
}
