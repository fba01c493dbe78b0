import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import {
  afterCursor,
  allOf,
  Database,
  denied,
  idAfter,
  Lists,
  pageOf,
  sql,
  unknownThing,
  type Caller,
  type Page,
  type Sql,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { worksWithClasses } from '../works-with-classes.step.js';
import { AWARD_VIEW, ROUND_VIEW } from './award-rounds.row.js';
import type {
  AwardsAsked,
  AwardView,
  CandidatesAsked,
  CandidateView,
  RoundsAsked,
  RoundView,
} from './award-rounds.http.js';
import { qualifies } from './rules/award-round.js';

type CandidateRow = Omit<CandidateView, 'qualifies'> & { readonly unit: string };

/** Rounds of a school, who could be chosen, and who was. */
@Injectable()
export class AwardRoundsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly places: CallerPlacesQuery,
    private readonly schoolLife: SchoolLifeQuery,
  ) {}

  /** @throws Problem 404, also for one of another school, and for readers one that is not published */
  async round(caller: Caller, id: string): Promise<RoundView> {
    const [round] = await this.database.rows<RoundView>(...sql`${ROUND_VIEW} where r.id = ${id}`.numbered());
    if (round === undefined) throw unknownThing();
    if (worksWithClasses(caller, round.schoolId)) return round;
    const isOwn = await this.places.takesPart(caller, round.schoolId);
    if (!isOwn || round.status !== 'published') throw unknownThing();
    return round;
  }

  async rounds(caller: Caller, input: RoundsAsked): Promise<Page<RoundView>> {
    const { schoolId } = await this.places.of(caller, input.schoolId);
    const status = worksWithClasses(caller, schoolId) ? input.status : 'published';
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`r.school_id = ${schoolId}`,
      ...(input.programme === undefined ? [] : [sql`r.programme = ${input.programme}`]),
      ...(status === undefined ? [] : [sql`r.status = ${status}`]),
      ...(after === null ? [] : [sql`r.id < ${after}`]),
    ]);
    const rows = await this.lists.rows<RoundView>(
      ...sql`${ROUND_VIEW} where ${found} order by r.id desc limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** Pupils with what they read in the days of a round, the first ones of each class, grade or the school first. */
  async candidates(caller: Caller, id: string, input: CandidatesAsked): Promise<Page<CandidateView>> {
    const round = await this.round(caller, id);
    if (!worksWithClasses(caller, round.schoolId)) throw unknownThing();
    const after = afterCursor(input.cursor, 3);
    const rows = await this.lists.rows<CandidateRow>(
      ...sql`${await this.ranked(round)} select * from ranked where ${allOf([
        classesShown(caller, round.schoolId, input.classId),
        ...(after === null
          ? []
          : [sql`(unit, rank, "readerId") > (${after[0]}, ${after[1]}::int, ${after[2]}::uuid)`]),
      ])} order by unit, rank, "readerId" limit ${input.limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      input.limit,
      ({ unit: _unit, ...row }) => ({ ...row, qualifies: qualifies(round, row) }),
      ({ unit, rank, readerId }) => [unit, rank, readerId],
    );
  }

  /** Of the own class for a teacher; readers see what is published in their school. */
  async awards(caller: Caller, input: AwardsAsked): Promise<Page<AwardView>> {
    const { schoolId } = await this.places.of(caller, input.schoolId);
    const after = idAfter(input.cursor);
    const seesOpen = worksWithClasses(caller, schoolId);
    const found = allOf([
      sql`a.school_id = ${schoolId}`,
      seesOpen && !reachesSchool(caller.reach, schoolId)
        ? sql`(r.status = 'published' or a.class_id = any(${[...caller.reach.classes.keys()]}::uuid[]))`
        : sql`(${seesOpen}::boolean or r.status = 'published')`,
      ...(input.roundId === undefined ? [] : [sql`a.round_id = ${input.roundId}`]),
      ...(input.classId === undefined ? [] : [sql`a.class_id = ${input.classId}`]),
      ...(input.readerId === undefined ? [] : [sql`a.reader_id = ${input.readerId}`]),
      ...(after === null ? [] : [sql`a.id < ${after}`]),
    ]);
    return this.awardPage(found, input.limit);
  }

  /** What was granted in a round, to be handed out on paper. @throws Problem 404, also before it is published */
  async certificates(caller: Caller, id: string, input: AwardsAsked): Promise<Page<AwardView>> {
    const round = await this.round(caller, id);
    if (round.status !== 'published') throw unknownThing();
    const after = idAfter(input.cursor);
    const found = allOf([
      sql`a.round_id = ${id}`,
      classesOf(caller, round.schoolId),
      ...(after === null ? [] : [sql`a.id < ${after}`]),
    ]);
    return this.awardPage(found, input.limit);
  }

  private async awardPage(found: Sql, limit: number): Promise<Page<AwardView>> {
    const rows = await this.lists.rows<AwardView>(
      ...sql`${AWARD_VIEW} where ${found} order by a.id desc limit ${limit + 1}`.numbered(),
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  private async ranked(round: RoundView): Promise<Sql> {
    const { id, schoolId, startsOn, endsOn, per } = round;
    const classes = await this.schoolLife.classes(schoolId as SchoolId, endsOn as CalendarDay);
    const grades = await this.schoolLife.gradesOf(schoolId as SchoolId, endsOn as CalendarDay);
    const places = classes.map(({ classId, name }) => ({
      classId,
      name,
      grade: grades.get(classId) ?? null,
    }));
    const days = sql`between ${startsOn} and ${endsOn}`;
    return sql`with place as (select * from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p("classId" uuid, name text, grade int)),
      loans as (select reader_id, count(*)::int as n from known_loan
        where school_id = ${schoolId} and reader_id is not null and mode <> 'in-room' and loaned_on ${days} group by 1),
      notes as (select reader_id, count(*) filter (where kind <> 'excerpt')::int as n, count(*) filter (where kind = 'excerpt')::int as e
        from reading_note where school_id = ${schoolId} and accepted_on ${days} group by 1),
      quiz as (select reader_id, sum(points)::int as n from quiz_result where round_id = ${id} group by 1),
      counted as (select k.reader_id as "readerId", k.class_id as "classId", p.name as "className", p.grade,
          case ${per}::text when 'class' then k.class_id::text when 'grade' then coalesce(lpad(p.grade::text, 2, '0'), '') else '' end as unit,
          coalesce(l.n, 0) as loans, coalesce(n.n, 0) as notes, coalesce(n.e, 0) as excerpts, coalesce(q.n, 0) as "quizPoints",
          exists (select from award a where a.round_id = ${id} and a.reader_id = k.reader_id) as chosen
        from known_reader k join place p on p."classId" = k.class_id
        left join loans l using (reader_id) left join notes n using (reader_id) left join quiz q using (reader_id)
        where k.school_id = ${schoolId} and k.kind = 'student' and k.active),
      ranked as (select *, rank() over (partition by unit order by loans desc, notes + excerpts desc, "quizPoints" desc)::int as rank
        from counted)`;
  }
}

/** @throws Problem 403 for a class that is not the caller's */
function classesShown({ reach }: Caller, schoolId: string, classId: string | undefined): Sql {
  if (classId !== undefined) {
    if (!reachesSchool(reach, schoolId) && !reach.classes.has(classId)) throw denied();
    return sql`"classId" = ${classId}`;
  }
  return reachesSchool(reach, schoolId)
    ? sql`true`
    : sql`"classId" = any(${[...reach.classes.keys()]}::uuid[])`;
}

const classesOf = ({ reach }: Caller, schoolId: string): Sql =>
  reachesSchool(reach, schoolId) ? sql`true` : sql`a.class_id = any(${[...reach.classes.keys()]}::uuid[])`;
