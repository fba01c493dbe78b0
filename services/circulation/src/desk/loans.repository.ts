import type { CopyId, LoanId } from '@shulian/contracts/ids';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import { statement, type Rows } from '@shulian/service-kit';
import { loanColumns, toLoan, type LoanRow } from './loan.row.js';

const OPEN_OF_COPIES = statement(
  'loan.open-of-copies',
  `select ${loanColumns('l')} from loan l
   where l.copy_id = any($1::uuid[]) and l.closed_how is null order by l.copy_id`,
);

export class LoansRepository {
  constructor(private readonly rows: Rows) {}

  /** In the order of their copies, which is the order of locks. */
  async byIds(ids: readonly LoanId[]): Promise<Loan[]> {
    if (ids.length === 0) return [];
    const rows = await this.rows.rows<LoanRow>(
      `select ${loanColumns('l')} from loan l where l.id = any($1::uuid[]) order by l.copy_id`,
      [ids],
    );
    return rows.map(toLoan);
  }

  /** The open loans of copies, in the order of their copies. */
  async openOf(copyIds: readonly CopyId[]): Promise<Loan[]> {
    const rows = await this.rows.rows<LoanRow>(OPEN_OF_COPIES, [copyIds]);
    return rows.map(toLoan);
  }
}
