import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { afterCursor, Clock, idAfter, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { halfYearOf, TERMS_UP_TO, termOn, type TermOfSchool } from '../lists/terms.query.js';
import { CASE_VIEW } from './loan-case.row.js';
import type {
  CasesAsked,
  CaseView,
  FiguresAsked,
  OverdueCase,
  OverdueCasesAsked,
  TermFigures,
} from './loan-cases.http.js';
import { perMille } from './rules/loan-case.js';

const CASES = `${CASE_VIEW}
  where c.school_id = $1 and ($2::uuid is null or c.id < $2) and ($3::uuid is null or c.class_id = $3)
    and ($4::text is null or c.kind = $4) and ($5::text is null or c.state = $5)
    and c.noted_on between coalesce($6::date, '-infinity') and coalesce($7::date, 'infinity')
    and ($8::uuid[] is null or c.class_id = any($8))
  order by c.id desc limit $9`;
const OVERDUE = `select l.id as "loanId",
    json_build_object('kind', case when l.reader_id is null then 'class' else 'reader' end, 'id', coalesce(l.reader_id, l.class_id)) as borrower,
    l.reader_id as "readerId", l.class_id as "classId", t.title, k.barcode as "copyBarcode", l.loaned_on::text as "loanedOn",
    l.due_on::text as "dueOn", l.closed_on::text as "closedOn", coalesce(l.closed_how, 'open') as since,
    coalesce(l.closed_on, $4::date) - l.due_on as "daysLate"
  from loan l left join known_copy k on k.copy_id = l.copy_id left join known_title t on t.title_id = l.title_id
  where l.lending_school_id = $1 and l.loaned_on between $2::date and $3::date and coalesce(l.closed_on, $4::date) > l.due_on
    and ($5::uuid is null or l.class_id = $5) and ($6::uuid[] is null or l.class_id = any($6))
    and ($7::date is null or (l.loaned_on, l.id) > ($7::date, $8::uuid))
  order by l.loaned_on, l.id limit $9`;
/** Each term is counted along the indexes by day; there are as many as a page shows. */
const FIGURES = `select t."startsOn" as "termStartsOn", t."endsOn" as "termEndsOn", l.lent, l.overdue, c.damaged, c.mended, o.lost,
    o.compensated, s.copies as stock
  from jsonb_to_recordset($2::jsonb) as t("startsOn" text, "endsOn" text, "untilOn" text)
  cross join lateral (
    select count(*)::int as lent, (count(*) filter (where coalesce(l.closed_on, $3::date) > l.due_on))::int as overdue
    from loan l where l.lending_school_id = $1 and l.loaned_on between t."startsOn"::date and t."untilOn"::date and l.mode <> 'in-room') l
  cross join lateral (
    select count(*)::int as damaged, (count(*) filter (where c.state = 'mended'))::int as mended
    from loan_case c where c.school_id = $1 and c.kind = 'damage' and c.state <> 'dropped'
      and c.noted_on between t."startsOn"::date and t."untilOn"::date) c
  cross join lateral (
    select count(*)::int as lost, (count(*) filter (where o.status in ('paid', 'replaced')))::int as compensated
    from compensation o where o.school_id = $1 and o.owed_on between t."startsOn"::date and t."untilOn"::date) o
  left join term_stock s on s.school_id = $1 and s.term_starts_on = t."startsOn"::date
  order by t."startsOn" desc`;

/** Cases of damage, what was overdue in a term, and term by term how much is lost and worn (CIR-061, CIR-064, CIR-065). */
@Injectable()
export class LoanCasesQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async cases(caller: Caller, input: CasesAsked, schoolId: SchoolId): Promise<Page<CaseView>> {
    const rows = await this.lists.rows<CaseView>(CASES, [
      schoolId,
      idAfter(input.cursor),
      input.classId ?? null,
      input.kind ?? null,
      input.state ?? null,
      input.from ?? null,
      input.to ?? null,
      classesOf(caller, schoolId),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async overdue(caller: Caller, input: OverdueCasesAsked, schoolId: SchoolId): Promise<Page<OverdueCase>> {
    const today = this.clock.today();
    const term = await this.termAsked(schoolId, input.on, today);
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<OverdueCase>(OVERDUE, [
      schoolId,
      term.startsOn,
      term.untilOn,
      today,
      input.classId ?? null,
      classesOf(caller, schoolId),
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ loanedOn, loanId }) => [loanedOn, loanId],
    );
  }

  /** Newest term first. */
  async figures(input: FiguresAsked, schoolId: SchoolId): Promise<Page<TermFigures>> {
    const today = this.clock.today();
    const before = afterCursor(input.cursor, 1)?.[0];
    const upTo = before === undefined ? today : plusDays(String(before) as CalendarDay, -1);
    const known = await this.lists.rows<TermOfSchool>(TERMS_UP_TO, [schoolId, upTo, input.limit + 1]);
    const terms = known.length === 0 && before === undefined ? [halfYearOf(today)] : known;
    const rows = await this.lists.rows<TermFigures>(FIGURES, [schoolId, JSON.stringify(terms), today]);
    return pageOf(
      rows,
      input.limit,
      (row): TermFigures => ({
        ...row,
        lossRate: perMille(row.lost, row.stock),
        wearRate: perMille(row.damaged, row.stock),
        lossesPerThousandLent: perMille(row.lost, row.lent),
      }),
      ({ termStartsOn }) => [termStartsOn],
    );
  }

  /** The term of a day, or the one before this. */
  private async termAsked(
    schoolId: SchoolId,
    on: string | undefined,
    today: CalendarDay,
  ): Promise<TermOfSchool> {
    if (on !== undefined) return termOn(this.lists, schoolId, on as CalendarDay);
    const { startsOn } = await termOn(this.lists, schoolId, today);
    return termOn(this.lists, schoolId, plusDays(startsOn, -1));
  }
}

const classesOf = ({ reach }: Caller, schoolId: string): readonly string[] | null =>
  reachesSchool(reach, schoolId) ? null : [...reach.classes.keys()];
