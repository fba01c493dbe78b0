import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays, weekdayOf } from '@shulian/lending-rules/calendar/day';
import { schoolYearOf } from '@shulian/lending-rules/desk/grade';
import { Clock, idAfter, Lists, numberAfter, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { gradeSql } from '../lists/grades.query.js';
import { termOn } from '../lists/terms.query.js';
import type {
  ClassProgress,
  GradeProgress,
  ProgressAsked,
  ReaderProgress,
  ReadersProgressAsked,
  TargetsView,
  TeacherProgress,
  TeachersProgressAsked,
} from './loan-targets.http.js';
import { LoanTargetsRepository } from './loan-targets.repository.js';
import { perHead, targetFor } from './rules/loan-target.js';
import { isSmall, tellsOfFew } from './rules/small-groups.js';

const GRADE = gradeSql({
  section: 'coalesce(k.section, r.section)',
  entryYear: 'coalesce(k.entry_year, r.entry_year)',
  schoolYear: '$4::int',
});
/** A target as SQL, of the list `$5`: that of the grade, else that of all; for pupils and classes. */
const TARGET = (of: string, grade: string): string => `(select t.loans
  from jsonb_to_recordset($5::jsonb) as t(of text, grade int, loans int)
  where t.of = '${of}' and (t.grade is null or t.grade = ${grade}) order by t.grade nulls last limit 1)`;
/** Copies a reader took home in the term from `$2` to `$3`. */
const LOANS_OF = `from loan l where l.reader_id = r.reader_id and l.mode <> 'in-room' and l.loaned_on between $2::date and $3::date`;
const PUPILS = `known_reader r left join known_class k on k.class_id = r.class_id`;

const READERS = `select * from (
    select r.reader_id as "readerId", r.class_id as "classId", ${GRADE} as grade, l.loans, ${TARGET('pupil', GRADE)} as target,
      l.loans >= ${TARGET('pupil', GRADE)} as reached, l."thisWeek"
    from ${PUPILS} cross join lateral (
      select count(*)::int as loans, (count(*) filter (where l.loaned_on >= $6::date))::int as "thisWeek" ${LOANS_OF}) l
    where r.school_id = $1 and r.kind = 'student' and r.standing = 'active' and ($7::uuid is null or r.class_id = $7)
      and ($8::uuid[] is null or r.class_id = any($8) or r.reader_id = any($9::uuid[]))
      and ($10::uuid is null or r.reader_id > $10)
  ) one where $11::boolean is null or one.reached = $11 order by one."readerId" limit $12`;
/** Whole classes of a school, in the order of grades: some hundred lines. */
const CLASSES = `with pupils as (
    select r.reader_id, k.class_id, ${GRADE} as grade from known_reader r join known_class k on k.class_id = r.class_id
    where r.school_id = $1 and r.kind = 'student' and r.standing = 'active'
  ), lent as (
    select l.reader_id, count(*)::int as loans from loan l
    where l.lending_school_id = $1 and l.reader_id is not null and l.mode <> 'in-room' and l.loaned_on between $2::date and $3::date
    group by l.reader_id
  ), together as (
    select l.class_id, count(*)::int as collective from loan l
    where l.lending_school_id = $1 and l.reader_id is null and l.mode <> 'in-room' and l.loaned_on between $2::date and $3::date
    group by l.class_id
  )
  select p.class_id as "classId", p.grade, count(*)::int as pupils, coalesce(sum(l.loans), 0)::int as loans,
    ${TARGET('pupil', 'p.grade')} as target,
    (count(*) filter (where coalesce(l.loans, 0) >= ${TARGET('pupil', 'p.grade')}))::int as reached,
    coalesce(max(t.collective), 0)::int as collective, ${TARGET('class', 'p.grade')} as "collectiveTarget"
  from pupils p left join lent l using (reader_id) left join together t on t.class_id = p.class_id
  where p.grade is not null group by p.class_id, p.grade order by p.grade, p.class_id`;
const TEACHERS = `select * from (
    select r.reader_id as "readerId", l.loans, l.visits, coalesce(o.open, 0) as open, coalesce(o.overdue, 0) as overdue,
      o."oldestDueOn", coalesce(b.compensations_owed, 0) as debts,
      (select count(*)::int from loan_case c join loan cl on cl.id = c.loan_id
       where c.school_id = $1 and cl.reader_id = r.reader_id and c.kind = 'damage' and c.state <> 'dropped'
         and c.noted_on between $2::date and $3::date) as damaged
    from known_reader r left join borrower b on b.borrower_id = r.reader_id
    cross join lateral (select count(*)::int as loans, count(distinct l.loaned_on)::int as visits ${LOANS_OF}) l
    left join lateral (
      select count(*)::int as open, (count(*) filter (where l.due_on < $4::date))::int as overdue,
        (min(l.due_on) filter (where l.due_on < $4::date))::text as "oldestDueOn"
      from loan l where l.id = any(b.open_loan_ids)) o on true
    where r.school_id = $1 and r.kind = 'teacher' and r.standing = 'active' and ($5::uuid is null or r.reader_id > $5)
  ) one where $6::boolean is null or (one.overdue > 0) = $6 order by one."readerId" limit $7`;

const OWN_SCHOOL = 'select school_id as "schoolId" from known_reader where reader_id = $1';

type Counted = Omit<ClassProgress, 'perPupil' | 'collectivePerPupil' | 'loans' | 'collective'> & {
  readonly loans: number;
  readonly collective: number;
};

/** How far pupils, classes, grades and teachers are with what they are to borrow. */
@Injectable()
export class LoanTargetsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  targets(schoolId: SchoolId): Promise<TargetsView> {
    return new LoanTargetsRepository(this.lists).of(schoolId);
  }

  /** The school that is meant; who asks about themselves has one, too. @throws Problem 403 out of reach, 400 when it is not clear */
  async schoolFor(caller: Caller, asked: string | undefined): Promise<SchoolId> {
    const [readerId] = caller.reach.readers;
    if (readerId === undefined) return caller.schoolFor(asked);
    const [row] = await this.lists.rows<{ schoolId: SchoolId }>(OWN_SCHOOL, [readerId]);
    if (row === undefined || (asked !== undefined && asked !== row.schoolId)) return caller.schoolFor(asked);
    return row.schoolId;
  }

  async readers(
    caller: Caller,
    input: ReadersProgressAsked,
    schoolId: SchoolId,
  ): Promise<Page<ReaderProgress>> {
    const { targets, adviceWeekly } = await this.targets(schoolId);
    const { term, day } = await this.term(schoolId, input.on);
    const { reach } = caller;
    const isWhole = reachesSchool(reach, schoolId);
    const rows = await this.lists.rows<Omit<ReaderProgress, 'adviceWeekly'>>(READERS, [
      schoolId,
      term.startsOn,
      term.untilOn,
      schoolYearOf(day),
      JSON.stringify(targets),
      plusDays(day, 1 - weekdayOf(day)),
      input.classId ?? null,
      isWhole ? null : [...reach.classes.keys()],
      [...reach.readers],
      idAfter(input.cursor),
      input.reached ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row): ReaderProgress => ({ ...row, adviceWeekly }),
      ({ readerId }) => [readerId],
    );
  }

  async classes(caller: Caller, input: ProgressAsked, schoolId: SchoolId): Promise<Page<ClassProgress>> {
    const knows = knowsPupils(caller, schoolId);
    const rows = await this.counted(input, schoolId);
    return pageOf(
      rows
        .map((row, at) => ({ ...(knows || !isSmall(row) ? withHeads(row) : withheld(row)), at }))
        .slice(numberAfter(input.cursor)),
      input.limit,
      ({ at: _at, ...row }): ClassProgress => row,
      ({ at }) => [at + 1],
    );
  }

  async grades(caller: Caller, input: ProgressAsked, schoolId: SchoolId): Promise<Page<GradeProgress>> {
    const knows = knowsPupils(caller, schoolId);
    const grades = new Map<number, Counted[]>();
    for (const row of await this.counted(input, schoolId))
      grades.set(row.grade, [...(grades.get(row.grade) ?? []), row]);
    return {
      items: [...grades].slice(numberAfter(input.cursor)).map(([grade, rows]): GradeProgress => {
        const sum = (of: (row: Counted) => number | null): number =>
          rows.reduce((all, row) => all + (of(row) ?? 0), 0);
        const target = rows[0]?.target ?? null;
        const progress = {
          grade,
          pupils: sum(({ pupils }) => pupils),
          loans: sum(({ loans }) => loans),
          target,
          reached: target === null ? null : sum(({ reached }) => reached),
          collective: sum(({ collective }) => collective),
          collectiveTarget: rows[0]?.collectiveTarget ?? null,
        };
        return knows || !tellsOfFew(rows) ? withHeads(progress) : withheld(progress);
      }),
      nextCursor: null,
    };
  }

  async teachers(input: TeachersProgressAsked, schoolId: SchoolId): Promise<Page<TeacherProgress>> {
    const { targets } = await this.targets(schoolId);
    const { term } = await this.term(schoolId, input.on);
    const target = targetFor(targets, 'teacher', null) ?? 0;
    const rows = await this.lists.rows<Omit<TeacherProgress, 'reached' | 'target'>>(TEACHERS, [
      schoolId,
      term.startsOn,
      term.untilOn,
      this.clock.today(),
      idAfter(input.cursor),
      input.overdue ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row): TeacherProgress => ({ ...row, target, reached: row.loans >= target }),
      ({ readerId }) => [readerId],
    );
  }

  private async counted(input: ProgressAsked, schoolId: SchoolId): Promise<Counted[]> {
    const { targets } = await this.targets(schoolId);
    const { term, day } = await this.term(schoolId, input.on);
    const values = [schoolId, term.startsOn, term.untilOn, schoolYearOf(day), JSON.stringify(targets)];
    const rows = await this.lists.rows<Counted>(CLASSES, values);
    return rows.map((row) => (row.target === null ? { ...row, reached: null } : row));
  }

  private async term(schoolId: SchoolId, on: string | undefined) {
    const day = (on ?? this.clock.today()) as CalendarDay;
    return { day, term: await termOn(this.lists, schoolId, day) };
  }
}

/** The county office works at no school: it sees figures, and no few pupils in them. */
const knowsPupils = ({ reach }: Caller, schoolId: SchoolId): boolean => reach.schools.has(schoolId);

/** How many they are is known from the class list; what they did is not told. */
const withheld = <Row extends object>(row: Row) => ({
  ...row,
  loans: null,
  perPupil: null,
  reached: null,
  collective: null,
  collectivePerPupil: null,
});

const withHeads = <Row extends Omit<Counted, 'classId' | 'grade'>>(row: Row) => ({
  ...row,
  perPupil: perHead(row.loans, row.pupils),
  collectivePerPupil: perHead(row.collective, row.pupils),
});
