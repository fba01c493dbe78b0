import type { LoanId } from '@shulian/contracts/ids';
import type { Rows } from '@shulian/service-kit';
import { loanColumns, toLoan, type LoanRow } from './loan.row.js';
import type { Loan } from './rules/loan.js';

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
}
