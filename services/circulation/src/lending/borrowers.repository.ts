import type { ReaderId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import {
  borrowerColumns,
  borrowerValues,
  toBorrower,
  updateBorrower,
  type BorrowerRow,
} from './borrower.row.js';
import type { Borrower } from './rules/borrower.js';

const LOCK = statement(
  'borrower.lock',
  `select ${borrowerColumns('b')} from borrower b where b.reader_id = $1 for update`,
);
const SAVE = statement('borrower.save', updateBorrower(1));

/** The desk's row of a reader; lock it after the copy and before the queue. */
export class BorrowersRepository {
  constructor(private readonly rows: Rows) {}

  async lock(readerId: ReaderId): Promise<Borrower | null> {
    const [row] = await this.rows.rows<BorrowerRow>(LOCK, [readerId]);
    return row === undefined ? null : toBorrower(row);
  }

  async save(readerId: ReaderId, borrower: Borrower): Promise<void> {
    await this.rows.rows(SAVE, borrowerValues(readerId, borrower));
  }

  /** Topics have no order among each other: the note may be accepted before the reader is known here. */
  async noteAccepted(readerId: ReaderId): Promise<void> {
    await this.rows.rows(
      `insert into borrower (reader_id) values ($1)
       on conflict (reader_id) do update set loans_since_note = 0, version = borrower.version + 1`,
      [readerId],
    );
  }
}
