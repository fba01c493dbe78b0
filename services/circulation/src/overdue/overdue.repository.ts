import type { CalendarDay, CopyId, LoanId } from '@shulian/contracts/ids';
import type { Rows } from '@shulian/service-kit';

/** The night's questions. Only one process asks them at a time. */
export class OverdueRepository {
  constructor(private readonly rows: Rows) {}

  /** Whether this transaction is the only one that marks overdue loans now. */
  async alone(): Promise<boolean> {
    const [row] = await this.rows.rows<{ alone: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('circulation.overdue')) as alone`,
    );
    return row?.alone === true;
  }

  /** Open loans whose due day has passed and was not announced for that day; their copies locked, in the order of copies. */
  async unannounced(
    today: CalendarDay,
    limit: number,
  ): Promise<{ loanId: LoanId; copyId: CopyId; version: number }[]> {
    return this.rows.rows(
      `select l.id as "loanId", l.copy_id as "copyId", lc.version
       from loan l join lent_copy lc on lc.copy_id = l.copy_id
       where l.closed_how is null and l.due_on < $1 and l.overdue_said_for is distinct from l.due_on
       order by l.copy_id limit $2 for update of lc, l`,
      [today, limit],
    );
  }

  /** Remembers for which due day each was announced, and raises the versions of the copies. */
  async announced(loans: readonly { loanId: LoanId; copyId: CopyId }[]): Promise<void> {
    await this.rows.rows(
      `with said as (update loan set overdue_said_for = due_on where id = any($1::uuid[]))
       update lent_copy set version = version + 1 where copy_id = any($2::uuid[])`,
      [loans.map((loan) => loan.loanId), loans.map((loan) => loan.copyId)],
    );
  }
}
