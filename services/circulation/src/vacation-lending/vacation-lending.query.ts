import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type {
  VacationClass,
  VacationClassesAsked,
  VacationLoan,
  VacationLoansAsked,
  VacationsAsked,
  VacationView,
} from './vacation-lending.http.js';
import { VACATION_VIEW } from './vacation.row.js';

const LIST = `${VACATION_VIEW} where v.school_id = $1 and ($2::uuid is null or v.id < $2) order by v.id desc limit $3`;
/** What went out in these days at home; a class with no loan has its line. */
const CLASSES = `select s.class_id as "classId", json_build_object('kind', 'class', 'id', s.class_id) as borrower,
    s.on_day::text as "on", s.from_time as "from", s.to_time as "to", coalesce(n.loans, 0) as loans, coalesce(n.open, 0) as open
  from vacation_slot s left join (
    select n.class_id, count(*)::int as loans, (count(*) filter (where n.closed_how is null))::int as open
    from loan n where n.lending_school_id = $2 and n.loaned_on between $3::date and $4::date
      and n.mode in ('individual', 'collective') group by n.class_id) n on n.class_id = s.class_id
  where s.arrangement_id = $1 order by s.on_day, s.from_time nulls first, s.class_id`;
const LOANS = `select n.id as "loanId", n.loaned_on::text as "loanedOn",
    json_build_object('kind', case when n.reader_id is null then 'class' else 'reader' end,
      'id', coalesce(n.reader_id, n.class_id)) as borrower,
    n.reader_id as "readerId", n.class_id as "classId", k.barcode as "copyBarcode", kt.title, n.due_on::text as "dueOn",
    coalesce(n.closed_how, 'open') as status
  from loan n left join known_copy k on k.copy_id = n.copy_id left join known_title kt on kt.title_id = k.title_id
  where n.lending_school_id = $1 and n.loaned_on between $2::date and $3::date and n.mode in ('individual', 'collective')
    and ($4::uuid is null or n.class_id = $4) and ($5::date is null or (n.loaned_on, n.id) > ($5::date, $6::uuid))
  order by n.loaned_on, n.id limit $7`;

/** What schools arranged for before vacations, and what went out. */
@Injectable()
export class VacationLendingQuery {
  constructor(private readonly lists: Lists) {}

  /** Newest first. @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: VacationsAsked): Promise<Page<VacationView>> {
    const schoolId = caller.schoolFor(input.schoolId);
    const rows = await this.lists.rows<VacationView>(LIST, [
      schoolId,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async one(caller: Caller, id: string): Promise<VacationView> {
    const [row] = await this.lists.rows<VacationView>(`${VACATION_VIEW} where v.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  /** A school has two hundred classes at most. */
  async classes(
    { id, schoolId, lendFrom, lendTo }: VacationView,
    input: VacationClassesAsked,
  ): Promise<Page<VacationClass>> {
    refuseCursor(input.cursor);
    const items = await this.lists.rows<VacationClass>(CLASSES, [id, schoolId, lendFrom, lendTo]);
    return { items, nextCursor: null };
  }

  async loans(vacation: VacationView, input: VacationLoansAsked): Promise<Page<VacationLoan>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<VacationLoan>(LOANS, [
      vacation.schoolId,
      vacation.lendFrom,
      vacation.lendTo,
      input.classId ?? null,
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
}
