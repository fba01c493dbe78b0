import type { ReaderId } from '@shulian/contracts/ids';
import type { Borrower } from '@shulian/lending-rules/desk/borrower';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { statement, statementOf, type Rows } from '@shulian/service-kit';
import { borrowerColumns, toBorrower, updateBorrower, type BorrowerRow } from './borrower.row.js';

const LOCK = statement(
  'borrower.lock',
  `select b.borrower_id, ${borrowerColumns('b')} from borrower b
   where b.borrower_id = any($1::uuid[]) order by b.borrower_id for update`,
);
const SAVE = statementOf<{ readonly id: WhoBorrows['id']; readonly borrower: Borrower }>(
  'borrower.save',
  (value) => updateBorrower(value, (saved) => saved),
);

type BorrowerId = WhoBorrows['id'];

/** The desk's row of a reader, or of a class. */
export class BorrowersRepository {
  constructor(private readonly rows: Rows) {}

  /** For `lockInOrder`. */
  async lock(ids: readonly BorrowerId[]): Promise<Map<BorrowerId, Borrower>> {
    const rows = await this.rows.rows<BorrowerRow & { borrower_id: BorrowerId }>(LOCK, [ids]);
    return new Map(rows.map((row) => [row.borrower_id, toBorrower(row)]));
  }

  async save(id: BorrowerId, borrower: Borrower): Promise<void> {
    await this.rows.rows(...SAVE.with({ id, borrower }));
  }

  /**
   * Topics have no order among each other: the note may be accepted before the reader is known here. Who waits may be
   * served now.
   */
  async noteAccepted(readerId: ReaderId): Promise<void> {
    await this.rows.rows(
      `with noted as (
         insert into hold_review (reader_id)
         select $1 where exists (select from borrower where borrower_id = $1 and open_holds > 0))
       insert into borrower (borrower_id) values ($1)
       on conflict (borrower_id) do update set loans_since_note = 0, version = borrower.version + 1`,
      [readerId],
    );
  }
}
