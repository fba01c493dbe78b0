import { cellFault, plainNumber, separators, unprotected, type JobProblem } from '@shulian/service-kit';
import { textTable, type FileRow, type FileTable } from './roster-file.format.js';
import { workbookTables } from './roster-workbook.format.js';
import {
  isHeading,
  rosterFields,
  rosterHeader,
  tidyHeading,
  type RosterField,
  type RosterHeader,
} from './rules/roster-columns.js';
import { headingsOf, type RosterMapping } from './rules/roster-mapping.js';
import { toldBySheet, type RosterCells } from './rules/roster-row.js';

/** A table of people: a sheet of a workbook (its name null when no other is read), or a text. */
export type RosterTable = {
  readonly sheet: string | null;
  readonly columns: RosterHeader['columns'];
  /** The row of headings as a person counts it, and what stands in it. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  /** The mapping it is read by; null: by its headings. */
  readonly mapping: RosterMapping | null;
  readonly rows: readonly { readonly row: number; readonly cells: RosterCells }[];
};

/** The tables of a file with a row of headings, and what of the file is not read. @throws RosterUnreadable */
export async function rosterTables(
  bytes: AsyncIterable<Uint8Array>,
  kind: 'excel' | 'text',
  mappings: readonly RosterMapping[] = [],
): Promise<{
  readonly tables: RosterTable[];
  readonly unread: JobProblem[];
  /** Of tables without headings that are known: their first rows, for a person to say what is what. */
  readonly unknown: readonly FileTable[];
}> {
  const named = new Set(
    mappings.flatMap(({ columns }) => Object.values(columns)).map((each) => tidyHeading(each ?? '')),
  );
  const files =
    kind === 'excel'
      ? await workbookTables(await whole(bytes))
      : [await textTable(bytes, (cell) => isHeading(cell) || named.has(tidyHeading(cell)))];
  const found = files.map((file) => ({ file, ...headerOf(file, mappings) }));
  const read = found.flatMap(({ file, header, mapping }) =>
    header === null || file.isHidden ? [] : [{ file, header, mapping }],
  );
  const nameOf = (file: FileTable): string | null => (read.length > 1 ? file.sheet : null);
  return {
    tables: read.map(({ file, header, mapping }) => tableOf(file, header, mapping, nameOf(file))),
    unknown: found.flatMap(({ file, header }) => (header === null && !file.isHidden ? [file] : [])),
    unread: found.flatMap(({ file, header }): JobProblem[] => {
      if (file.isHidden || header === null)
        return file.sheet === null
          ? []
          : [{ place: { sheet: file.sheet }, code: file.isHidden ? 'sheet.hidden' : 'sheet.no-header' }];
      const sheet = nameOf(file);
      return header.unread.map(({ column, heading, code }) => ({
        place: {
          ...(sheet === null ? {} : { sheet }),
          row: file.rows[header.at]?.row ?? 1,
          column: column + 1,
        },
        code,
        facts: { heading },
      }));
    }),
  };
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** By the first mapping that fits; one that was remembered fits the very headings it was used for. */
function headerOf(
  file: FileTable,
  mappings: readonly RosterMapping[],
): { readonly header: RosterHeader | null; readonly mapping: RosterMapping | null } {
  const rows = file.rows.map(({ cells }) => cells);
  for (const mapping of mappings) {
    const header = rosterHeader(rows, mapping.columns);
    if (header === null) continue;
    if (mapping.headings === null || mapping.headings === headingsOf(rows[header.at] ?? []))
      return { header, mapping };
  }
  return { header: rosterHeader(rows), mapping: null };
}

function tableOf(
  file: FileTable,
  { at, columns }: RosterHeader,
  mapping: RosterMapping | null,
  sheet: string | null,
): RosterTable {
  const headings = file.rows[at]?.cells ?? [];
  const width = headings.length;
  const fromSheet = file.sheet === null ? {} : toldBySheet(file.sheet, Object.keys(columns) as RosterField[]);
  const told = Object.fromEntries(
    Object.entries(mapping?.told ?? {}).filter(([field]) => columns[field as RosterField] === undefined),
  );
  return {
    sheet,
    columns,
    headingRow: file.rows[at]?.row ?? 1,
    headings,
    mapping,
    rows: file.rows.slice(at + 1).flatMap(({ row, cells, trouble: lost }) => {
      const trouble =
        lost ?? (file.sheet === null && isSeveralRows(cells, width) ? 'row.quote-not-closed' : undefined);
      const read = cellsOf(columns, cells);
      // A form that is filled in to its half: numbered lines with nothing in them.
      if (trouble === undefined && Object.values(read).every((cell) => cell === '')) return [];
      const name = trouble === undefined ? {} : { name: { fault: trouble } };
      return [{ row, cells: { ...told, ...fromSheet, ...read, ...name } }];
    }),
  };
}

/**
 * Whether a quote swallowed the rows after its own, up to the next quote. Then a line within a cell is as wide as a row, or
 * the row is wider than its headings; a remark over several lines is neither.
 */
const isSeveralRows = (cells: FileRow['cells'], width: number): boolean => {
  const lines = cells.filter((cell) => cell.includes('\n')).flatMap((cell) => cell.split('\n'));
  if (lines.length === 0) return false;
  const isWide = (line: string): boolean => separators.some((mark) => line.split(mark).length >= width);
  return cells.findLastIndex((cell) => cell !== '') >= width || (width > 1 && lines.some(isWide));
};

const cellsOf = (columns: RosterHeader['columns'], cells: FileRow['cells']): RosterCells =>
  Object.fromEntries(
    rosterFields.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [[field, cellOf(field, cells[column] ?? '')]];
    }),
  );

function cellOf(field: RosterField, text: string): string | { readonly fault: string } {
  if (field === 'number') return plainNumber(text);
  const fault = cellFault(text);
  return fault === null ? unprotected(text) : { fault };
}
