import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, Database, statement } from '@shulian/service-kit';
import { Freshness } from '../freshness/freshness.query.js';
import type { FiguresView } from './figures.http.js';

/**
 * All figures of a scope in one statement (decision 18); `$1` null is the county. The term of a school is the one that
 * began last: in the holidays its figures stay on the board.
 */
const FIGURES = statement(
  'figures.of',
  `with stock as (
     select count(*)::int as copies, count(distinct k.title_id)::int as titles from known_copy k
     where not k.withdrawn and ($1::uuid is null or k.school_id = $1)
       and not exists (select from lost_copy l where l.copy_id = k.copy_id and l.lost)
   ), open_loans as (
     select count(*)::int as open, (count(*) filter (where due_on < $2::date))::int as overdue
     from known_loan where state = 'open' and ($1::uuid is null or lending_school_id = $1)
   ), today as (
     select coalesce(sum(loans), 0)::int as loans, coalesce(sum(returns), 0)::int as returns from lending_day
     where day = $2::date and ($1::uuid is null or school_id = $1)
   ), term as (
     select s.school_id, (select t.starts_on from known_term t where t.school_id = s.school_id and t.starts_on <= $2::date
                          order by t.starts_on desc limit 1) as starts_on
     from known_school s where $1::uuid is null or s.school_id = $1
   ), in_term as (
     select coalesce(sum(d.loans), 0)::int as loans, coalesce(sum(d.returns), 0)::int as returns
     from term t join lending_day d on d.school_id = t.school_id and d.day between t.starts_on and $2::date
   ), active as (
     select count(*)::int as readers from known_reader where active and ($1::uuid is null or school_id = $1)
   )
   select stock.titles, stock.copies, active.readers, open_loans.open as "openLoans", open_loans.overdue as "overdueLoans",
          today.loans as "loansToday", today.returns as "returnsToday", in_term.loans as "loansThisTerm",
          in_term.returns as "returnsThisTerm"
   from stock, open_loans, today, in_term, active`,
);

@Injectable()
export class FiguresQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  /** @param schoolId null: the county */
  async of(schoolId: SchoolId | null): Promise<FiguresView> {
    const asOf = await this.freshness.asOf();
    const today = this.clock.today();
    const [row] = await this.database.rows<Omit<FiguresView, 'schoolId' | 'asOf' | 'today'>>(FIGURES, [
      schoolId,
      today,
    ]);
    if (row === undefined) throw new Error('the statement always has a row');
    return { schoolId, asOf, today, ...row };
  }
}
