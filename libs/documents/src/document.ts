import type { Readable } from 'node:stream';
import { pagesAsPdf } from './tables/pages-as-pdf.js';
import { tableAsCsv } from './tables/table-as-csv.js';
import { tableAsPdf } from './tables/table-as-pdf.js';
import { tableAsXlsx } from './tables/table-as-xlsx.js';
import type { Table } from './tables/table.js';

/** The formats of a table beside JSON. */
export const TABLE_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A document as it goes out: made while it is read, so that whoever reads slowly, or stops, sets the pace. */
export type DocumentStream = {
  readonly mediaType: string;
  readonly extension: string;
  readonly body: Readable;
};

export const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

const made: Readonly<Record<TableFormat, (table: Table) => Readable>> = {
  csv: tableAsCsv,
  xlsx: tableAsXlsx,
  pdf: (table) => (table.pageOfRow === undefined ? tableAsPdf(table) : pagesAsPdf(table, table.pageOfRow)),
};

export const tableAs = (format: TableFormat, table: Table): DocumentStream => ({
  mediaType: MEDIA_TYPES[format],
  extension: format,
  body: made[format](table),
});
