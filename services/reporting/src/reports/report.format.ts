import { stringify } from 'csv-stringify/sync';
import type { ReportView } from './reports.http.js';

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front: names come from files of strangers. */
const unharmful = (value: string | number | null): string | number | null =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;

/** The report as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Chinese right. */
export const reportAsCsv = ({ columns, rows }: ReportView): string =>
  stringify(
    rows.map((row) => columns.map(({ key }) => unharmful(row[key] ?? null))),
    { header: true, columns: columns.map(({ title }) => title), bom: true, record_delimiter: 'windows' },
  );
