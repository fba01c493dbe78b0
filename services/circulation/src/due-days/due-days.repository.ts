import type { CalendarDay, CopyId, LoanId, SchoolId } from '@shulian/contracts/ids';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { statement, type Rows } from '@shulian/service-kit';

/** One index look for each day on which something is due, however many loans that are. */
export const DUE_DAYS = statement(
  'due-days.of-school',
  `with recursive due as (
     (select l.due_on from loan l where l.lending_school_id = $1 and l.closed_how is null order by l.due_on limit 1)
     union all
     select (select l.due_on from loan l where l.lending_school_id = $1 and l.closed_how is null
               and l.due_on > due.due_on order by l.due_on limit 1)
     from due where due.due_on is not null
   ) select due_on::text as day from due where due_on is not null`,
);

const COPIES_DUE_ON = statement(
  'due-days.copies-due-on',
  `select l.copy_id as "copyId" from loan l
   where l.lending_school_id = $1 and l.closed_how is null and l.due_on = any($2::date[])
   order by l.due_on, l.id limit $3`,
);

const MOVE = statement(
  'due-days.move',
  `with moved as (
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[]) as m(loan_id, copy_id, borrower_id, due_on)
   ), loans as (
     update loan l set due_on = m.due_on from moved m where l.id = m.loan_id
   ), copies as (
     update lent_copy c set version = c.version + 1 from moved m where c.copy_id = m.copy_id
   )
   update borrower b set version = b.version + 1, open_dues = array(
     select coalesce(m.due_on, o.due_on)
     from unnest(b.open_loan_ids, b.open_dues) with ordinality as o(loan_id, due_on, place)
     left join moved m on m.loan_id = o.loan_id order by o.place)
   where b.borrower_id in (select borrower_id from moved)`,
);

/** Which schools are to be looked at, and the open loans there. */
export class DueDaysRepository {
  constructor(private readonly rows: Rows) {}

  /** Every school is looked at again: what a desk lent by a calendar that changed in the same moment is found so. */
  async reviewEverySchool(): Promise<void> {
    await this.rows.rows(
      `insert into calendar_review as r select school_id from known_school order by school_id
       on conflict (school_id) do update set school_id = r.school_id`,
    );
  }

  /** A school to look at; nobody else does until the end of the transaction. */
  async nextSchool(): Promise<SchoolId | null> {
    const [row] = await this.rows.rows<{ school_id: SchoolId }>(
      'select school_id from calendar_review order by school_id limit 1 for update skip locked',
    );
    return row?.school_id ?? null;
  }

  async reviewed(schoolId: SchoolId): Promise<void> {
    await this.rows.rows('delete from calendar_review where school_id = $1', [schoolId]);
  }

  /** The days on which open loans of the school are due. */
  async dueDaysOf(schoolId: SchoolId): Promise<CalendarDay[]> {
    const rows = await this.rows.rows<{ day: CalendarDay }>(DUE_DAYS, [schoolId]);
    return rows.map(({ day }) => day);
  }

  /** Some of the copies that are due on these days. */
  async copiesDueOn(schoolId: SchoolId, days: readonly CalendarDay[], limit: number): Promise<CopyId[]> {
    const rows = await this.rows.rows<{ copyId: CopyId }>(COPIES_DUE_ON, [schoolId, days, limit]);
    return rows.map(({ copyId }) => copyId);
  }

  /** The loans have these due days now; raises the versions of copies and readers. */
  async move(
    loans: readonly { id: LoanId; copyId: CopyId; borrower: WhoBorrows; dueOn: CalendarDay }[],
  ): Promise<void> {
    await this.rows.rows(MOVE, [
      loans.map((loan) => loan.id),
      loans.map((loan) => loan.copyId),
      loans.map((loan) => loan.borrower.id),
      loans.map((loan) => loan.dueOn),
    ]);
  }
}
