import { Injectable } from '@nestjs/common';
import { afterCursor, Arrivals, Database, Lists, pageOf, statement, type Page } from '@shulian/service-kit';
import type { CalendarDay, CompensationId, SchoolId } from '@shulian/contracts/ids';
import type { FoundSchool } from '../from-readers/known-schools.query.js';
import { COMPENSATION_VIEW, FROM_COMPENSATION, STANDING } from './compensation.row.js';
import type {
  CompensationLine,
  CompensationMonth,
  CompensationMonthsAsked,
  CompensationsAsked,
} from './compensations.http.js';

const LIST = `${COMPENSATION_VIEW}
  where k.school_id = $1 and ($2::text is null or ${STANDING} = $2)
    and k.owed_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
    and ($5::date is null or (k.owed_on, k.id) < ($5::date, $6::uuid))
  order by k.owed_on desc, k.id desc limit $7`;

const SCHOOL = statement(
  'compensations.school',
  `select s.school_id as id, s.code, s.name from known_compensation k join known_school s on s.school_id = k.school_id
   where k.id = $1`,
);

const numberOf = (what: string): string => `(count(*) filter (where ${what}))::int`;
const fenOf = (amount: string, what = 'true'): string =>
  `coalesce(sum(${amount}) filter (where ${what}), 0)::float8`;

/** Newest month first; a month in which nothing was lost has no line. */
const MONTHS = `select date_trunc('month', owed_on)::date::text as month, count(*)::int as owed, ${fenOf('owed_fen')} as "owedFen",
    ${numberOf('how is null')} as open, ${fenOf('owed_fen', 'how is null')} as "openFen",
    ${numberOf(`how = 'paid'`)} as paid, ${fenOf('amount_fen', `how = 'paid'`)} as "paidFen",
    ${numberOf(`how = 'replaced'`)} as replaced, ${numberOf(`how = 'waived'`)} as waived,
    ${numberOf(`standing = 'closed'`)} as withdrawn, ${numberOf(`standing = 'replaced'`)} as replacements,
    ${numberOf(`standing = 'came-back'`)} as "cameBack", ${numberOf(`standing = 'to-close'`)} as "toClose",
    ${numberOf(`standing = 'owed-again'`)} as "owedAgain", ${fenOf('-struck')} as "withdrawnFen"
  from (
    select k.owed_on, k.owed_fen, k.how, k.amount_fen, w.fen as struck, ${STANDING} as standing ${FROM_COMPENSATION}
    left join register_line w on w.copy_id = z.copy_id and w.kind = 'withdrawal'
    where k.school_id = $1 and k.owed_on >= date_trunc('month', coalesce($2::date, $4::date - interval '1 year'))
      and k.owed_on < date_trunc('month', coalesce($3::date, $4::date)) + interval '1 month'
      and ($5::date is null or k.owed_on < $5::date)) k
  group by 1 order by 1 desc limit $6`;

/** The account of compensations of a school, and its months. */
@Injectable()
export class CompensationsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly database: Database,
    private readonly arrivals: Arrivals,
  ) {}

  /** Whose copy was lost; waited for up to 2 s when the compensation is not known yet (decision 9), null when it never came. */
  schoolOf(id: CompensationId): Promise<FoundSchool | null> {
    return this.arrivals.wait(async () => (await this.database.rows<FoundSchool>(SCHOOL, [id]))[0] ?? null);
  }

  async list(input: CompensationsAsked, schoolId: SchoolId): Promise<Page<CompensationLine>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<CompensationLine>(LIST, [
      schoolId,
      input.standing ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.owedOn, row.id],
    );
  }

  async months(
    input: CompensationMonthsAsked,
    schoolId: SchoolId,
    today: CalendarDay,
  ): Promise<Page<CompensationMonth>> {
    const rows = await this.lists.rows<CompensationMonth>(MONTHS, [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      today,
      afterCursor(input.cursor, 1)?.[0] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.month],
    );
  }
}
