import type { CalendarDay, ReaderId } from '@shulian/contracts/ids';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { statement, type Rows } from '@shulian/service-kit';
import {
  atDeskColumns,
  borrowerFrom,
  JOIN_READER_AND_CLASS,
  type BorrowerAtDeskRow,
} from './borrower-at-desk.row.js';

const BY_IDS = statement(
  'readers-at-desk.by-ids',
  `select null as card_status, ${atDeskColumns} from borrower b ${JOIN_READER_AND_CLASS}
   where b.borrower_id = any($1::uuid[]) and b.kind = 'reader'`,
);

/** Readers as a desk sees them that has no card of theirs in hand. */
export class ReadersAtDeskFacts {
  constructor(private readonly rows: Rows) {}

  /** @param today for their grades */
  async byIds(
    ids: readonly ReaderId[],
    today: CalendarDay,
  ): Promise<ReadonlyMap<WhoBorrows['id'], BorrowerAtDesk>> {
    const rows = await this.rows.rows<BorrowerAtDeskRow>(BY_IDS, [ids]);
    return new Map(
      rows.flatMap((row) => {
        const reader = borrowerFrom(row, today);
        return reader === null ? [] : [[reader.who.id, reader] as const];
      }),
    );
  }

  /** Whether a reader is known, and has not left; one who is not known any more was erased. */
  async isHere(readerId: ReaderId): Promise<boolean> {
    const rows = await this.rows.rows(
      `select from known_reader where reader_id = $1 and standing = 'active'`,
      [readerId],
    );
    return rows.length > 0;
  }
}
