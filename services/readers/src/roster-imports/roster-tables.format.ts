import { cellFault, plainNumber, separators, unprotected, type JobProblem } from '@shulian/service-kit';
import { textTable, type FileRow, type FileTable } from './roster-file.format.js';
import { workbookTables } from './roster-workbook.format.js';
import { rosterFields, rosterHeader, type RosterField, type RosterHeader } from './rules/roster-columns.js';
import { toldBySheet, type RosterCells } from './rules/roster-row.js';

/** A table of people: a sheet of a workbook (its name null when no other is read), or a text. */
export type RosterTable = {
  readonly sheet: string | null;
  readonly columns: RosterHeader['columns'];
  readonly rows: readonly { readonly row: number; readonly cells: RosterCells }[];
};

/** The tables of a file with a row of headings, and what of the file is not read. @throws RosterUnreadable */
export async function rosterTables(
  bytes: AsyncIterable<Uint8Array>,
  kind: 'excel' | 'text',
): Promise<{ readonly tables: RosterTable[]; readonly unread: JobProblem[] }> {
  const files = kind === 'excel' ? await workbookTables(await whole(bytes)) : [await textTable(bytes)];
  const found = files.map((file) => ({ file, header: rosterHeader(file.rows.map(({ cells }) => cells)) }));
  const read = found.flatMap(({ file, header }) =>
    header === null || file.isHidden ? [] : [{ file, header }],
  );
  const named = (file: FileTable): string | null => (read.length > 1 ? file.sheet : null);
  return {
    tables: read.map(({ file, header }) => tableOf(file, header, named(file))),
    unread: found.flatMap(({ file, header }): JobProblem[] => {
      if (file.isHidden || header === null)
        return file.sheet === null
          ? []
          : [{ place: { sheet: file.sheet }, code: file.isHidden ? 'sheet.hidden' : 'sheet.no-header' }];
      const sheet = named(file);
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

function tableOf(file: FileTable, { at, columns }: RosterHeader, sheet: string | null): RosterTable {
  const width = file.rows[at]?.cells.length ?? 0;
  const fromSheet = file.sheet === null ? {} : toldBySheet(file.sheet, Object.keys(columns) as RosterField[]);
  return {
    sheet,
    columns,
    rows: file.rows.slice(at + 1).flatMap(({ row, cells, ...told }) => {
      const trouble =
        told.trouble ??
        (file.sheet === null && isSeveralRows(cells, width) ? 'row.quote-not-closed' : undefined);
      const read = cellsOf(columns, cells);
      // A form that is filled in to its half: numbered lines with nothing in them.
      if (trouble === undefined && Object.values(read).every((cell) => cell === '')) return [];
      const name = trouble === undefined ? {} : { name: { fault: trouble } };
      return [{ row, cells: { ...fromSheet, ...read, ...name } }];
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
