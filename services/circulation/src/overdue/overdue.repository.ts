import type { CalendarDay, CopyId, LoanId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';

/** A loan whose due day has passed and was not announced for that day. */
export type PassedLoan = { readonly loanId: LoanId; readonly copyId: CopyId; readonly dueOn: CalendarDay };

const UNSAID = `l.closed_how is null and l.overdue_said_for is distinct from l.due_on and l.due_on < $1::date`;

export const SCHOOLS = statement(
  'overdue.schools',
  `select s.school_id as id from known_school s
   where exists (select from loan l where l.lending_school_id = s.school_id and ${UNSAID}) order by s.school_id`,
);

export const PASSED = statement(
  'overdue.passed',
  `select l.id as "loanId", l.copy_id as "copyId", l.due_on::text as "dueOn" from loan l
   where l.lending_school_id = $2 and ${UNSAID} and (l.due_on, l.id) > ($3::date, $4::uuid)
   order by l.due_on, l.id limit $5`,
);

/** Remembers for which due day each was announced, and raises the versions of the copies. */
const SAID = statement(
  'overdue.said',
  `with said as (update loan set overdue_said_for = due_on where id = any($1::uuid[]))
   update lent_copy set version = version + 1 where copy_id = any($2::uuid[])`,
);

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

  /** Schools that lent something whose day has passed unsaid. */
  async schools(today: CalendarDay): Promise<SchoolId[]> {
    const rows = await this.rows.rows<{ id: SchoolId }>(SCHOOLS, [today]);
    return rows.map(({ id }) => id);
  }

  /** The next of them at a school, by due day. @param after null: from the first on */
  async passed(
    schoolId: SchoolId,
    today: CalendarDay,
    after: PassedLoan | null,
    limit: number,
  ): Promise<PassedLoan[]> {
    return this.rows.rows<PassedLoan>(PASSED, [
      today,
      schoolId,
      after?.dueOn ?? '-infinity',
      after?.loanId ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ]);
  }

  async said(loans: readonly { id: LoanId; copyId: CopyId }[]): Promise<void> {
    await this.rows.rows(SAID, [loans.map(({ id }) => id), loans.map(({ copyId }) => copyId)]);
  }
}
