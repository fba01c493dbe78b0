import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { nameOn } from '../classes/rules/school-class.js';
import { idOfCursor, numberOfCursor, textOfCursor } from '../plain-text.http.js';
import { firstDayOf, lastDayBefore } from './rules/school-year.js';
import { FATES, placeAfter, placeBefore, YEAR, type FateRow, type SchoolYear } from './school-year.row.js';
import type {
  FateAsked,
  FateView,
  ProgressAsked,
  ProgressView,
  SchoolYearsAsked,
  SchoolYearView,
  YearClassView,
} from './school-years.http.js';

/** Of a step that was taken what was written down; of another what the rule and the wishes say now. */
const sourceOf = (isTaken: boolean): string =>
  isTaken ? `with fates as (select * from school_year_fate where school_year_id = $1)` : `with ${FATES}`;
const isTaken = ({ status }: Pick<SchoolYear, 'status'>): boolean =>
  status === 'committed' || status === 'undone';

const DUES = `cross join lateral (
    select count(*)::int as loans, min(due_on)::text as due_on from known_loan l where l.reader_id = f.reader_id and l.is_open) loans
  cross join lateral (
    select count(*)::int as debts, coalesce(sum(owed_fen), 0)::int as fen from known_debt d
    where d.reader_id = f.reader_id and d.is_open) debts`;
const ORDER = `array_position(array['primary', 'junior', 'senior'], f.from_section), -f.from_entry_year, f.from_class_no, f.reader_id`;

const COUNTED = `f.fate, count(*)::int as readers, count(*) filter (where f.left_on is not null and (
    exists (select from known_loan l where l.reader_id = f.reader_id and l.is_open)
    or exists (select from known_debt d where d.reader_id = f.reader_id and d.is_open)))::int as flagged`;
const countsOf = (source: string): string => `${source} select ${COUNTED} from fates f group by f.fate`;
const COUNTS_OF_TAKEN = `select f.school_year_id as id, ${COUNTED}
  from school_year_fate f where f.school_year_id = any($1::uuid[]) group by 1, f.fate`;

const readersOf = (source: string): string => `${source},
  page as (
    select f.* from fates f
    where ($2::text is null or f.fate = $2) and ($3::uuid is null or f.from_class_id = $3)
      and ($4::int is null or (${ORDER}) > ($4, $5::int, $6::int, $7::uuid))
      and ($9::boolean is not true or (f.left_on is not null and (
        exists (select from known_loan l where l.reader_id = f.reader_id and l.is_open)
        or exists (select from known_debt d where d.reader_id = f.reader_id and d.is_open))))
    order by ${ORDER} limit $8)
  select f.reader_id, f.fate, f.from_class_id, f.from_section, f.from_entry_year, f.from_class_no, f.to_section, f.to_entry_year,
    f.to_class_no, f.left_on::text, r.name, array_position(array['primary', 'junior', 'senior'], f.from_section) as section_no,
    loans.loans, loans.due_on, debts.debts, debts.fen
  from page f join reader r on r.id = f.reader_id ${DUES} order by ${ORDER}`;

type CountRow = { fate: string; readers: number; flagged: number };
type ReaderRow = FateRow & {
  name: string;
  section_no: number;
  loans: number;
  due_on: string | null;
  debts: number;
  fen: number;
};

/** More flows than any school has: each class, where its pupils come to be, and how many. */
const MOST_FLOWS = 2_000;
const classesOf = (source: string): string => `${source}
  select f.from_class_id as "classId", f.fate, f.from_section, f.from_entry_year, f.from_class_no, f.to_section, f.to_entry_year,
    f.to_class_no, count(*)::int as pupils,
    case when w.sets_stream then w.stream else k.stream end as stream,
    case when w.sets_campus then w.campus else k.campus end as campus
  from fates f left join school_class k on k.id = f.from_class_id
  left join school_year_class w on w.school_year_id = $1 and w.class_id = f.from_class_id
  group by 1, 2, 3, 4, 5, 6, 7, 8, w.class_id, w.school_year_id, k.id
  order by array_position(array['primary', 'junior', 'senior'], f.from_section), f.from_entry_year desc, f.from_class_no,
    f.fate, f.to_class_no limit ${MOST_FLOWS}`;
type ClassRow = Omit<FateRow, 'reader_id' | 'from_class_id' | 'left_on'> &
  Pick<YearClassView, 'classId' | 'fate' | 'pupils' | 'stream' | 'campus'>;

const PROGRESS = `select s.id as "schoolId", s.code, s.name, coalesce(y.status, 'none') as status,
    y.prepared_at as "preparedAt", y.committed_at as "committedAt",
    (select count(*)::int from reader r where r.school_id = s.id and r.kind = 'student' and r.left_on is null) as pupils
  from school s left join lateral (
    select status, prepared_at, committed_at from school_year y where y.school_id = s.id and y.year = $1
    order by y.id desc limit 1) y on true
  where ($2::text is null or s.code > $2) and ($3::text is null or coalesce(y.status, 'none') = $3)
  order by s.code limit $4`;

type Counts = readonly CountRow[];
const stepView = ({ editedBy, ...step }: SchoolYear, counts: Counts): SchoolYearView => ({
  ...step,
  preparedBy: editedBy[0] ?? '',
  editedBy: [...editedBy],
  preparedAt: step.preparedAt.toISOString(),
  committedAt: step.committedAt?.toISOString() ?? null,
  undoneAt: step.undoneAt?.toISOString() ?? null,
  readers: Object.fromEntries(counts.map(({ fate, readers }) => [fate, readers])),
  leaversWithDues: counts.reduce((sum, { flagged }) => sum + flagged, 0),
});

/** One step with how many of each fate. */
export async function schoolYearView(rows: Rows, id: string): Promise<SchoolYearView | null> {
  const [step] = await rows.rows<SchoolYear>(`${YEAR} where id = $1`, [id]);
  if (step === undefined) return null;
  return stepView(step, (await countsOfSteps(rows, [step])).get(id) ?? []);
}

/**
 * What was written down of the steps that were taken is counted together. One that is still prepared asks the rule: a school
 * has one for a year at most. Of one that was given up nobody becomes anything.
 */
async function countsOfSteps(rows: Rows, steps: readonly SchoolYear[]): Promise<ReadonlyMap<string, Counts>> {
  const taken = steps.filter(isTaken).map(({ id }) => id);
  const prepared = steps.filter(({ status }) => status === 'draft' || status === 'sent-back');
  const written =
    taken.length === 0 ? [] : await rows.rows<CountRow & { id: string }>(COUNTS_OF_TAKEN, [taken]);
  const counts = new Map<string, Counts>(
    Object.entries(Object.groupBy(written, ({ id }) => id)).map(([id, of]) => [id, of ?? []]),
  );
  for (const { id } of prepared) counts.set(id, await rows.rows<CountRow>(countsOf(sourceOf(false)), [id]));
  return counts;
}

/** Steps into school years: of a school, and how far all schools are. */
@Injectable()
export class SchoolYearsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** Newest first. */
  async list(input: SchoolYearsAsked, caller: Caller): Promise<Page<SchoolYearView>> {
    const after = afterCursor(input.cursor, 2);
    const limit = Math.min(input.limit, 50);
    const steps = await this.lists.rows<SchoolYear>(
      `${YEAR} where school_id = $1 and ($2::int is null or (year, id) < ($2, $3::uuid))
       order by year desc, id desc limit $4`,
      [
        caller.schoolFor(input.schoolId),
        after === null ? null : numberOfCursor(after[0] ?? 0),
        after === null ? null : idOfCursor(after[1] ?? ''),
        limit + 1,
      ],
    );
    const counts = await countsOfSteps(this.lists, steps.slice(0, limit));
    return pageOf(
      steps,
      limit,
      (step) => stepView(step, counts.get(step.id) ?? []),
      ({ year, id }) => [year, id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<SchoolYearView> {
    const view = await schoolYearView(this.database, id);
    if (view === null || !caller.mayWorkAt(view.schoolId)) throw unknownThing();
    return view;
  }

  /** Class by class, in the order of lists. */
  async readers(year: SchoolYearView, input: FateAsked): Promise<Page<FateView>> {
    const after = afterCursor(input.cursor, 4);
    const numbers = after?.slice(0, 3).map(numberOfCursor) ?? [null, null, null];
    const rows = await this.lists.rows<ReaderRow>(readersOf(sourceOf(isTaken(year))), [
      year.id,
      input.fate ?? null,
      input.classId ?? null,
      ...numbers,
      after === null ? null : idOfCursor(after[3] ?? ''),
      input.limit + 1,
      input.withDues ?? null,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => fateView(row, year),
      (row) => [row.section_no, -row.from_entry_year, row.from_class_no, row.reader_id],
    );
  }

  /** Every class, what becomes of its pupils and where they come to be. */
  async classes(year: SchoolYearView): Promise<Page<YearClassView>> {
    const rows = await this.lists.rows<ClassRow>(classesOf(sourceOf(isTaken(year))), [year.id]);
    return { items: rows.map((row) => yearClassView(row, year)), nextCursor: null };
  }

  async progress(input: ProgressAsked, year: number): Promise<Page<ProgressView>> {
    const after = afterCursor(input.cursor, 1)?.map(textOfCursor);
    const rows = await this.lists.rows<
      Omit<ProgressView, 'preparedAt' | 'committedAt'> & {
        preparedAt: Date | null;
        committedAt: Date | null;
      }
    >(PROGRESS, [year, after?.[0] ?? null, input.status ?? null, input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      ({ preparedAt, committedAt, ...row }) => ({
        ...row,
        preparedAt: preparedAt?.toISOString() ?? null,
        committedAt: committedAt?.toISOString() ?? null,
      }),
      ({ code }) => [code],
    );
  }
}

const fateView = (row: ReaderRow, { schoolId, year }: SchoolYearView): FateView => {
  const after = placeAfter(row);
  return {
    readerId: row.reader_id,
    schoolId,
    name: row.name,
    fate: row.fate,
    className: nameOn(placeBefore(row), lastDayBefore(year)),
    newClassName: after === null ? null : nameOn(after, firstDayOf(year)),
    leftOn: row.left_on,
    openLoans: row.loans,
    dueOn: row.due_on,
    openDebts: row.debts,
    owedFen: row.fen,
  };
};

const yearClassView = (row: ClassRow, { year }: SchoolYearView): YearClassView => {
  const { classId, fate, pupils, stream, campus } = row;
  const after = placeAfter(row);
  return {
    classId,
    name: nameOn(placeBefore(row), lastDayBefore(year)),
    fate,
    newName: after === null ? null : nameOn(after, firstDayOf(year)),
    pupils,
    stream,
    campus,
  };
};
