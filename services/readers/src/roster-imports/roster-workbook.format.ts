import { openWorkbook, WorkbookUnreadable } from '@shulian/documents/workbooks';
import { MOST_ROWS, RosterUnreadable, type FileRow, type FileTable } from './roster-file.format.js';

/** The sheets of a workbook that have any rows. @throws RosterUnreadable */
export async function workbookTables(bytes: Buffer): Promise<FileTable[]> {
  const tables: FileTable[] = [];
  let told = 0;
  try {
    for (const { name, isHidden, rows: rowsOf } of await openWorkbook(bytes)) {
      const rows: FileRow[] = [];
      for await (const row of rowsOf()) {
        rows.push(row);
        if ((told += 1) > MOST_ROWS) throw new RosterUnreadable('roster.too-large');
      }
      if (rows.length > 0) tables.push({ sheet: name, isHidden, rows });
    }
  } catch (error) {
    if (error instanceof WorkbookUnreadable)
      throw new RosterUnreadable(error.why === 'too-large' ? 'roster.too-large' : 'roster.unreadable');
    throw error;
  }
  return tables;
}
