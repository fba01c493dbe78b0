import { statement, type Session } from '@shulian/service-kit';
import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { COPY_COLUMNS, toCopy, toRow, WRITTEN_COLUMNS, type CopyRow } from './copy.row.js';
import type { Copy } from './rules/copy.js';
import { FIRST_ACCESSION_NUMBER } from './rules/copy-numbers.js';

const IMPORTED = statement(
  'copies.remember-import',
  'insert into imported_copy (import_id, copy_id) select $1, unnest($2::uuid[]) on conflict do nothing',
);

/** The counter row is locked by the update until the transaction ends: numbers have no gap and none is given twice. */
const TAKE = statement(
  'copies.takeNumbers',
  `insert into accession_counter as a (school_id, next) values ($1, ${String(FIRST_ACCESSION_NUMBER)} + $2::int)
   on conflict (school_id) do update set next = a.next + $2::int returning next - $2::int as first`,
);
const ADD = statement(
  'copies.add',
  `insert into copy (${WRITTEN_COLUMNS}) select ${WRITTEN_COLUMNS} from jsonb_populate_recordset(null::copy, $1::jsonb)`,
);
const LOCK = statement('copies.lock', `select ${COPY_COLUMNS} from copy c where c.id = $1 for update`);
const CHANGE = statement(
  'copies.change',
  `update copy set version = $2, barcode = $3, kind = $4, location = $5, price_fen = $6, stock_state = $7,
     withdrawn_on = $8, withdrawal_reason = $9, volume = $10, location_id = $11, call_number = $12,
     external_id = $13 where id = $1`,
);
const PLACE = statement(
  'copies.place',
  `update copy c set location_id = n.location_id, version = c.version + 1
   from unnest($1::uuid[], $2::uuid[]) as n (id, location_id) where c.id = n.id`,
);
/** In one order for everybody: two who move many copies must not lock each other out. */
const LOCK_ALL = statement(
  'copies.lockAll',
  `select ${COPY_COLUMNS} from copy c where c.id = any($1::uuid[]) order by c.id for update`,
);
const MOVE_ALL = statement(
  'copies.moveAll',
  `update copy c set version = m.version, stock_state = m.stock_state, withdrawn_on = m.withdrawn_on,
     withdrawal_reason = m.withdrawal_reason
   from jsonb_populate_recordset(null::copy, $1::jsonb) m where c.id = m.id`,
);
const OF_CLASS = statement(
  'copies.ofClass',
  `select ${COPY_COLUMNS} from copy c
   where c.title_id = $1 and c.clc is not distinct from $2 and c.stock_state <> 'withdrawn' order by c.id for update`,
);
const RECLASS = statement(
  'copies.reclass',
  `update copy c set version = r.version, clc = r.clc, book_number = r.book_number, call_number = r.call_number
   from jsonb_to_recordset($1::jsonb) as r (id uuid, version int, clc text, book_number text, call_number text)
   where c.id = r.id`,
);
const BY_MARKS = statement(
  'copies.byMarks',
  `select ${COPY_COLUMNS} from copy c
   where c.school_id = $1 and (c.barcode = any($2::text[]) or c.found_as = any($3::text[]))`,
);
const TAKEN = statement(
  'copies.taken',
  `select barcode from copy where school_id = $1 and barcode = any($2::text[])`,
);

/** The unique constraint a second copy with the same barcode in a school runs into. */
export const BARCODE_ONCE_IN_A_SCHOOL = 'copy_barcode_once_in_a_school';
/** The unique index that a second copy with the same external id in a school runs into. */
export const EXTERNAL_ID_ONCE_IN_A_SCHOOL = 'copy_external_id';

/** The questions asked of copies. */
export class CopiesRepository {
  constructor(private readonly session: Session) {}

  /** Takes `count` accession numbers of a school and keeps its counter until the transaction ends; returns the first. */
  async takeNumbers(schoolId: SchoolId, count: number): Promise<number> {
    const [row] = await this.session.rows<{ first: number }>(TAKE, [schoolId, count]);
    if (row === undefined) throw new Error('the accession counter gave no number');
    return row.first;
  }

  /** Keeps the counter of a school until the transaction ends, for who must lock another school's books before it enters. */
  async holdNumbers(schoolId: SchoolId): Promise<void> {
    await this.takeNumbers(schoolId, 0);
  }

  async add(copies: readonly Copy[]): Promise<void> {
    if (copies.length > 0) await this.session.rows(ADD, [JSON.stringify(copies.map(toRow))]);
  }

  async locked(id: CopyId): Promise<Copy | null> {
    const [row] = await this.session.rows<CopyRow>(LOCK, [id]);
    return row === undefined ? null : toCopy(row);
  }

  async lockedAll(ids: readonly CopyId[]): Promise<Copy[]> {
    return ids.length === 0 ? [] : (await this.session.rows<CopyRow>(LOCK_ALL, [ids])).map(toCopy);
  }

  /** Writes where many copies stand now, and with which day and reason they were struck. */
  async moveAll(copies: readonly Copy[]): Promise<void> {
    if (copies.length > 0) await this.session.rows(MOVE_ALL, [JSON.stringify(copies.map(toRow))]);
  }

  /** Writes where locked copies stand; each has a new version. */
  async place(copies: readonly Copy[]): Promise<void> {
    await this.session.rows(PLACE, [copies.map(({ id }) => id), copies.map(({ locationId }) => locationId)]);
  }

  async change(copy: Copy): Promise<void> {
    const row = toRow(copy);
    await this.session.rows(CHANGE, [
      row.id,
      row.version,
      row.barcode,
      row.kind,
      row.location,
      row.price_fen,
      row.stock_state,
      row.withdrawn_on,
      row.withdrawal_reason,
      row.volume,
      row.location_id,
      row.call_number,
      row.external_id,
    ]);
  }

  /** The copies of a title that stand in a class, in all schools, locked in the order of their ids. */
  async lockedOfClass(titleId: TitleId, clc: string | null): Promise<Copy[]> {
    return (await this.session.rows<CopyRow>(OF_CLASS, [titleId, clc])).map(toCopy);
  }

  /** Writes class and call number into many lines at once. */
  async reclass(copies: readonly Copy[]): Promise<void> {
    const rows = copies.map(({ id, version, clc, bookNumber, callNumber }) => ({
      id,
      version,
      clc,
      book_number: bookNumber,
      call_number: callNumber,
    }));
    await this.session.rows(RECLASS, [JSON.stringify(rows)]);
  }

  /** Copies of a school with one of the barcodes, or found at one of the places of an import. */
  async knownBy(
    schoolId: SchoolId,
    barcodes: readonly string[],
    foundAs: readonly string[],
  ): Promise<Copy[]> {
    return (await this.session.rows<CopyRow>(BY_MARKS, [schoolId, barcodes, foundAs])).map(toCopy);
  }

  /** That these came with an import; told again, nothing changes. */
  async rememberImport(importId: string, copies: readonly CopyId[]): Promise<void> {
    if (copies.length > 0) await this.session.rows(IMPORTED, [importId, copies]);
  }

  /** Which of the barcodes a school has already. */
  async takenBarcodes(schoolId: SchoolId, barcodes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.session.rows<{ barcode: string }>(TAKEN, [schoolId, barcodes]);
    return new Set(rows.map(({ barcode }) => barcode));
  }
}
