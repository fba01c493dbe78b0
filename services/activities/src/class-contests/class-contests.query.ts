import { Injectable } from '@nestjs/common';
import {
  allOf,
  Database,
  idAfter,
  Lists,
  pageOf,
  refuseCursor,
  sql,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import type {
  ClassStandingView,
  ContestsAsked,
  ContestView,
  ClassStandingsAsked,
} from './class-contests.http.js';
import { CONTEST_VIEW } from './class-contests.row.js';
import { daysOfSchoolYear, pointsFor, ranked } from './rules/class-contest.js';

type Done = { readonly classId: string; readonly loans: number; readonly notes: number };
type Entered = { readonly classId: string; readonly code: string; readonly points: number };

/** Contests of a school, and where its classes stand. */
@Injectable()
export class ClassContestsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly places: CallerPlacesQuery,
    private readonly schoolLife: SchoolLifeQuery,
  ) {}

  /** @throws Problem 404, also for one of another school */
  async one(caller: Caller, id: string): Promise<ContestView> {
    const [contest] = await this.database.rows<ContestView>(
      ...sql`${CONTEST_VIEW} where c.id = ${id}`.numbered(),
    );
    if (contest === undefined) throw unknownThing();
    if (!(await this.places.takesPart(caller, contest.schoolId))) throw unknownThing();
    return contest;
  }

  async list(caller: Caller, input: ContestsAsked): Promise<Page<ContestView>> {
    const { schoolId } = await this.places.of(caller, input.schoolId);
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`c.school_id = ${schoolId}`,
      ...(input.schoolYear === undefined ? [] : [sql`c.school_year = ${input.schoolYear}`]),
      ...(input.status === undefined ? [] : [sql`c.status = ${input.status}`]),
      ...(after === null ? [] : [sql`c.id < ${after}`]),
    ]);
    const rows = await this.lists.rows<ContestView>(
      ...sql`${CONTEST_VIEW} where ${found} order by c.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** All classes of the school in the order of their ranks, on one page. */
  async standings(caller: Caller, id: string, input: ClassStandingsAsked): Promise<Page<ClassStandingView>> {
    refuseCursor(input.cursor);
    const contest = await this.one(caller, id);
    const schoolId = contest.schoolId as SchoolId;
    const { from, to } = daysOfSchoolYear(contest.schoolYear);
    const on = `${String(contest.schoolYear)}-09-01` as CalendarDay;
    const classes = await this.schoolLife.classes(schoolId, on);
    const grades = await this.schoolLife.gradesOf(schoolId, on);
    const heads = await this.schoolLife.heads(schoolId);
    const done = await this.lists.rows<Done>(
      ...sql`select class_id as "classId", sum(loans)::int as loans, sum(notes)::int as notes from (
          select class_id, 1 as loans, 0 as notes from known_loan where school_id = ${schoolId} and reader_id is not null
            and mode <> 'in-room' and loaned_on between ${from} and ${to}
          union all
          select class_id, 0, 1 from reading_note where school_id = ${schoolId} and accepted_on between ${from} and ${to}) d
        where class_id is not null group by class_id`.numbered(),
    );
    const entered = await this.lists.rows<Entered>(
      ...sql`select class_id as "classId", code, points from class_score where contest_id = ${id}`.numbered(),
    );
    const doneBy = new Map(done.map((line) => [line.classId, line]));
    const enteredBy = new Map(entered.map(({ classId, code, points }) => [`${classId} ${code}`, points]));
    const honoured = new Set(contest.winners.map(({ classId }) => classId));
    const lines = classes.map(({ classId, name }) => {
      const { loans = 0, notes = 0 } = doneBy.get(classId) ?? {};
      const figures = { heads: heads.get(classId) ?? 0, loans, notes };
      const byCriterion = contest.criteria.map((criterion) => ({
        code: criterion.code,
        points:
          criterion.source === 'entered'
            ? (enteredBy.get(`${classId} ${criterion.code}`) ?? 0)
            : pointsFor(criterion, figures),
      }));
      return {
        classId,
        className: name,
        grade: grades.get(classId) ?? null,
        ...figures,
        byCriterion,
        points: byCriterion.reduce((sum, { points }) => sum + points, 0),
        honoured: honoured.has(classId),
      };
    });
    return { items: ranked(lines), nextCursor: null };
  }
}
