import type { CalendarDay, CopyId, LocationId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyKind, StockState } from '@shulian/contracts/words';
import type { Copy } from './rules/copy.js';
import type { WithdrawalReason } from './rules/copy-state.js';

export type CopyRow = {
  id: string;
  version: number;
  title_id: string;
  school_id: string;
  barcode: string;
  accession_number: number;
  former_number: string | null;
  clc: string | null;
  book_number: string | null;
  call_number: string | null;
  volume: string | null;
  kind: string;
  location: string | null;
  price_fen: number | null;
  stock_state: string;
  accessioned_on: string;
  withdrawn_on: string | null;
  withdrawal_reason: string | null;
  found_as: string | null;
  location_id: string | null;
  external_id: string | null;
};

const COLUMNS = [
  'id', 'version', 'title_id', 'school_id', 'barcode', 'accession_number', 'former_number', 'clc', 'book_number', 'call_number',
  'volume', 'kind', 'location', 'price_fen', 'stock_state', 'accessioned_on', 'withdrawn_on', 'withdrawal_reason', 'found_as',
  'location_id', 'external_id',
] as const satisfies readonly (keyof CopyRow)[]; // prettier-ignore

/** Columns to write a copy by; the others, as where it is lent, are written by the database. */
export const WRITTEN_COLUMNS = COLUMNS.join(', ');

/** Columns to read a copy by; days come as text, not as instants of some zone. */
export const COPY_COLUMNS = COLUMNS.map((column) =>
  column.endsWith('_on') ? `c.${column}::text as ${column}` : `c.${column}`,
).join(', ');

export const toCopy = (row: CopyRow): Copy => ({
  id: row.id as CopyId,
  version: row.version,
  titleId: row.title_id as TitleId,
  schoolId: row.school_id as SchoolId,
  barcode: row.barcode,
  accessionNumber: row.accession_number,
  formerNumber: row.former_number,
  clc: row.clc,
  bookNumber: row.book_number,
  callNumber: row.call_number,
  volume: row.volume,
  kind: row.kind as CopyKind,
  location: row.location,
  locationId: row.location_id as LocationId | null,
  priceFen: row.price_fen,
  stockState: row.stock_state as StockState,
  accessionedOn: row.accessioned_on as CalendarDay,
  withdrawn:
    row.withdrawn_on === null
      ? null
      : { on: row.withdrawn_on as CalendarDay, why: row.withdrawal_reason as WithdrawalReason },
  foundAs: row.found_as,
  externalId: row.external_id,
});

export const toRow = (copy: Copy): CopyRow => ({
  id: copy.id,
  version: copy.version,
  title_id: copy.titleId,
  school_id: copy.schoolId,
  barcode: copy.barcode,
  accession_number: copy.accessionNumber,
  former_number: copy.formerNumber,
  clc: copy.clc,
  book_number: copy.bookNumber,
  call_number: copy.callNumber,
  volume: copy.volume,
  kind: copy.kind,
  location: copy.location,
  price_fen: copy.priceFen,
  stock_state: copy.stockState,
  accessioned_on: copy.accessionedOn,
  withdrawn_on: copy.withdrawn?.on ?? null,
  withdrawal_reason: copy.withdrawn?.why ?? null,
  found_as: copy.foundAs,
  location_id: copy.locationId,
  external_id: copy.externalId,
});
