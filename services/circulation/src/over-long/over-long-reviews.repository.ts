import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { Review } from './rules/over-long.js';

/** Only loans of the school that are out. */
const REVIEW = statement(
  'overLong.review',
  `insert into over_long_review (loan_id, term_starts_on, school_id, decision, reviewed_on, reviewed_by, note)
   select l.id, $3::date, $1, $4, $5::date, $6, $7 from loan l
   where l.id = any($2::uuid[]) and l.lending_school_id = $1 and l.closed_how is null
   on conflict (loan_id, term_starts_on) do update set decision = excluded.decision, reviewed_on = excluded.reviewed_on,
     reviewed_by = excluded.reviewed_by, note = excluded.note
   returning loan_id`,
);
const SCHOOL = statement('overLong.school', 'select lending_school_id as "schoolId" from loan where id = $1');
const UNDO = statement(
  'overLong.undo',
  'delete from over_long_review where loan_id = $1 and term_starts_on = $2::date returning loan_id',
);

export type ReviewSaid = {
  readonly termStartsOn: CalendarDay;
  readonly decision: Review;
  readonly on: CalendarDay;
  readonly by: string;
  readonly note: string | null;
};

export class OverLongReviewsRepository {
  constructor(private readonly rows: Rows) {}

  /** @returns how many of the loans are of the school and out */
  async review(schoolId: SchoolId, loanIds: readonly string[], said: ReviewSaid): Promise<number> {
    const { termStartsOn, decision, on, by, note } = said;
    const values = [schoolId, loanIds, termStartsOn, decision, on, by, note];
    return (await this.rows.rows(REVIEW, values)).length;
  }

  async schoolOf(loanId: string): Promise<SchoolId | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId }>(SCHOOL, [loanId]);
    return row?.schoolId ?? null;
  }

  /** Whether there was a mark. */
  async undo(loanId: string, termStartsOn: CalendarDay): Promise<boolean> {
    return (await this.rows.rows(UNDO, [loanId, termStartsOn])).length > 0;
  }
}
