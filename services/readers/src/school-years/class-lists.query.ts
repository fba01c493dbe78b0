import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { gradeOn, nameOn, schoolYearOf, type PlaceOfClass } from '../classes/rules/school-class.js';
import { idOfCursor, numberOfCursor, textOfCursor } from '../plain-text.http.js';
import type {
  ClassListReadersAsked,
  ClassListReaderView,
  ClassListsAsked,
  ClassListView,
  LeaversAsked,
  LeaverView,
} from './class-lists.http.js';
import { lastDayBefore } from './rules/school-year.js';

/** Of a year whose end was written down as it was then, of another as classes are now. $1 school, $2 year. */
const LISTS = `with list as (
    select class_id, section, entry_year, class_no, stream, campus, true as kept from class_list where school_id = $1 and year = $2
    union all
    select id, section, entry_year, class_no, stream, campus, false from school_class
    where school_id = $1 and $2 - entry_year between 0 and case section when 'primary' then 5 else 2 end
      and not exists (select from class_list where school_id = $1 and year = $2)),
  member as (
    select class_id, reader_id, left_on from class_list_reader where school_id = $1 and year = $2
    union all
    select r.class_id, r.id, r.left_on from list l join reader r on r.class_id = l.class_id
    where not l.kept and r.kind = 'student' and r.enrolled_on < make_date($2 + 1, 9, 1)
      and (r.left_on is null or r.left_on >= make_date($2, 9, 1)))`;
const SECTION_NO = `array_position(array['primary', 'junior', 'senior'], l.section)`;
const LEFT = `m.left_on < make_date($2 + 1, 8, 31)`;
const CLASSES = `${LISTS}
  select l.class_id as "classId", l.section, l.entry_year as "entryYear", l.class_no as "classNo", l.stream, l.campus, l.kept,
    count(m.reader_id) filter (where not coalesce(${LEFT}, false))::int as pupils,
    count(*) filter (where ${LEFT})::int as left, ${SECTION_NO} as section_no
  from list l left join member m using (class_id)
  where $3::int is null or (${SECTION_NO}, -l.entry_year, l.class_no, l.class_id) > ($3, $4::int, $5::int, $6::uuid)
  group by l.class_id, l.section, l.entry_year, l.class_no, l.stream, l.campus, l.kept
  order by ${SECTION_NO}, -l.entry_year, l.class_no, l.class_id limit $7`;
const READERS = `${LISTS}
  select m.reader_id as "readerId", m.class_id as "classId", l.section, l.entry_year as "entryYear", l.class_no as "classNo",
    r.name, case when ${LEFT} then m.left_on::text end as "leftOn", ${SECTION_NO} as section_no,
    (select number from card c where c.reader_id = r.id order by c.status = 'active' desc, c.id desc limit 1) as "cardNumber"
  from list l join member m using (class_id) join reader r on r.id = m.reader_id
  where ($8::uuid is null or l.class_id = $8)
    and ($3::int is null or (${SECTION_NO}, -l.entry_year, l.class_no, m.reader_id) > ($3, $4::int, $5::int, $6::uuid))
  order by ${SECTION_NO}, -l.entry_year, l.class_no, m.reader_id limit $7`;

/** Who left by word, or whose class has ended its section. $1 school, $2 school year of today. */
const LEAVERS = `with gone as (
    select r.id, r.name, coalesce(r.left_on, make_date(k.entry_year + case k.section when 'primary' then 6 else 3 end, 8, 31))
        as left_on, coalesce(r.left_why, 'graduated') as left_why, k.section, k.entry_year, k.class_no
    from reader r left join school_class k on k.id = r.class_id
    where r.school_id = $1 and (r.left_on is not null or (r.kind = 'student'
      and k.entry_year + case k.section when 'primary' then 6 else 3 end <= $2)))
  select g.id as "readerId", g.name, g.left_on::text as "leftOn", g.left_why as "leftWhy", g.section,
    g.entry_year as "entryYear", g.class_no as "classNo", loans.loans as "openLoans", loans.due_on as "dueOn",
    debts.debts as "openDebts", debts.fen as "owedFen"
  from gone g
  cross join lateral (select count(*)::int as loans, min(due_on)::text as due_on from known_loan l
    where l.reader_id = g.id and l.is_open) loans
  cross join lateral (select count(*)::int as debts, coalesce(sum(owed_fen), 0)::int as fen from known_debt d
    where d.reader_id = g.id and d.is_open) debts
  where ($3::boolean is not true or loans.loans + debts.debts > 0)
    and ($4::date is null or (g.left_on, g.id) < ($4::date, $5::uuid))
  order by g.left_on desc, g.id desc limit $6`;

type Placed = PlaceOfClass & { section_no: number };

/** Class lists of any school year, and who left. */
@Injectable()
export class ClassListsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async classes(input: ClassListsAsked, schoolId: SchoolId): Promise<Page<ClassListView>> {
    const day = this.dayIn(input.year);
    const rows = await this.lists.rows<Placed & Omit<ClassListView, 'grade' | 'name'>>(
      CLASSES,
      this.values(input, schoolId),
    );
    return pageOf(
      rows,
      input.limit,
      ({ section_no: _, ...row }) => ({ ...row, grade: gradeOn(row, day), name: nameOn(row, day) }),
      (row) => [row.section_no, -row.entryYear, row.classNo, row.classId],
    );
  }

  async readers(input: ClassListReadersAsked, schoolId: SchoolId): Promise<Page<ClassListReaderView>> {
    const day = this.dayIn(input.year);
    const rows = await this.lists.rows<Placed & Omit<ClassListReaderView, 'className' | 'schoolId'>>(
      READERS,
      [...this.values(input, schoolId), input.classId ?? null],
    );
    return pageOf(
      rows,
      input.limit,
      ({ section_no: _, section, entryYear, classNo, ...row }) => ({
        ...row,
        schoolId,
        className: nameOn({ section, entryYear, classNo }, day),
      }),
      (row) => [row.section_no, -row.entryYear, row.classNo, row.readerId],
    );
  }

  /** Who left last comes first. */
  async leavers(input: LeaversAsked, schoolId: SchoolId): Promise<Page<LeaverView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<
      Omit<LeaverView, 'className' | 'schoolId' | 'isClear'> & {
        section: PlaceOfClass['section'] | null;
        entryYear: number;
        classNo: number;
      }
    >(LEAVERS, [
      schoolId,
      schoolYearOf(this.clock.today()),
      input.withDues ?? null,
      after === null ? null : textOfCursor(after[0] ?? ''),
      after === null ? null : idOfCursor(after[1] ?? ''),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ section, entryYear, classNo, ...row }) => ({
        ...row,
        schoolId,
        className:
          section === null ? null : nameOn({ section, entryYear, classNo }, row.leftOn as CalendarDay),
        isClear: row.openLoans + row.openDebts === 0,
      }),
      (row) => [row.leftOn, row.readerId],
    );
  }

  private values(input: ClassListsAsked, schoolId: SchoolId): unknown[] {
    const after = afterCursor(input.cursor, 4);
    const numbers = after?.slice(0, 3).map(numberOfCursor) ?? [null, null, null];
    const id = after === null ? null : idOfCursor(after[3] ?? '');
    return [schoolId, input.year, ...numbers, id, input.limit + 1];
  }

  /** A day of that school year: the last one. */
  private dayIn(year: number): CalendarDay {
    return lastDayBefore(year + 1);
  }
}
