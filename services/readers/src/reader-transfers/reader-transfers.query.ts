import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, type Page, type Rows } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { idOfCursor } from '../plain-text.http.js';
import { TRANSFER } from './reader-transfer.row.js';
import type { TransfersAsked, TransferView } from './reader-transfers.http.js';

const VIEW = `select ${TRANSFER}, r.name, f.name as "fromSchool", o.name as "toSchool", loans.n as "openLoans", debts.n as "openDebts"
  from reader_transfer t join reader r on r.id = t.reader_id
  join school f on f.id = t.from_school_id join school o on o.id = t.to_school_id
  cross join lateral (select count(*)::int as n from known_loan l where l.reader_id = t.reader_id and l.is_open) loans
  cross join lateral (select count(*)::int as n from known_debt d where d.reader_id = t.reader_id and d.is_open) debts`;
const LIST = `${VIEW}
  where t.id in (
      select id from reader_transfer where from_school_id = $1 union all select id from reader_transfer where to_school_id = $1)
    and ($2::text is null or t.status = $2) and ($3::uuid is null or t.id < $3)
  order by t.id desc limit $4`;

export async function transferView(rows: Rows, id: string): Promise<TransferView | null> {
  return (await rows.rows<TransferView>(`${VIEW} where t.id = $1`, [id]))[0] ?? null;
}

/** Readers who come to a school and who go, the newest first. */
@Injectable()
export class ReaderTransfersQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: TransfersAsked, schoolId: SchoolId): Promise<Page<TransferView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<TransferView>(LIST, [
      schoolId,
      input.status ?? null,
      after === null ? null : idOfCursor(after[0] ?? ''),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
