import { newId, sql, type Session } from '@shulian/service-kit';
import type { AwardId, CalendarDay } from '@shulian/contracts/ids';
import type { ContestView } from './class-contests.http.js';
import { CONTEST_VIEW } from './class-contests.row.js';
import type { ClassContest, Criterion, Winner } from './rules/class-contest.js';

export type Score = { readonly classId: string; readonly code: string; readonly points: number };

/** Contests of classes, each locked to the end of the transaction that changes it. */
export class ClassContestsRepository {
  constructor(private readonly session: Session) {}

  /** @returns whether there was none of this name in the school year */
  async open(
    contest: ClassContest,
    criteria: readonly Criterion[],
    opened: { readonly on: CalendarDay; readonly by: string },
  ): Promise<boolean> {
    const { id, schoolId, schoolYear, name } = contest;
    const made = await this.session.rows(
      ...sql`insert into class_contest (id, version, school_id, school_year, name, status, opened_on, opened_by)
        values (${id}, 1, ${schoolId}, ${schoolYear}, ${name}, 'open', ${opened.on}, ${opened.by})
        on conflict (school_id, school_year, name) do nothing returning 1`.numbered(),
    );
    if (made.length === 0) return false;
    await this.session.rows(
      ...sql`insert into class_criterion (contest_id, code, name, most_points, source, goal_tenths, place)
        select ${id}, t.code, t.name, t."mostPoints", t.source, t."goalTenths", t.at
        from rows from (jsonb_to_recordset(${JSON.stringify(criteria)}::jsonb)
          as (code text, name text, "mostPoints" int, source text, "goalTenths" int))
          with ordinality as t(code, name, "mostPoints", source, "goalTenths", at)`.numbered(),
    );
    return true;
  }

  async locked(id: string): Promise<ClassContest | null> {
    const [contest] = await this.session.rows<ClassContest>(
      ...sql`select id, version, school_id as "schoolId", school_year as "schoolYear", name, status,
          decided_on::text as "decidedOn" from class_contest where id = ${id} for update`.numbered(),
    );
    return contest ?? null;
  }

  async criteria(id: string): Promise<Criterion[]> {
    return this.session.rows<Criterion>(
      ...sql`select code, name, most_points as "mostPoints", source, goal_tenths as "goalTenths"
        from class_criterion where contest_id = ${id} order by place`.numbered(),
    );
  }

  async putScores(id: string, scores: readonly Score[], by: string): Promise<void> {
    await this.session.rows(
      ...sql`insert into class_score (contest_id, class_id, code, points, entered_by)
        select ${id}, t."classId", t.code, t.points, ${by}
        from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) as t("classId" uuid, code text, points int)
        on conflict (contest_id, class_id, code) do update set points = excluded.points, entered_by = excluded.entered_by`.numbered(),
    );
  }

  /** @returns who is honoured from then on */
  async decide(
    id: string,
    classIds: readonly string[],
    decided: { readonly on: CalendarDay; readonly by: string },
  ): Promise<Winner[]> {
    await this.session.rows(
      ...sql`update class_contest set version = version + 1, status = 'decided', decided_on = ${decided.on},
          decided_by = ${decided.by} where id = ${id}`.numbered(),
    );
    const winners = classIds.map((classId) => ({ id: newId<AwardId>(), version: 1, classId }));
    await this.session.rows(
      ...sql`insert into class_contest_winner (id, version, contest_id, class_id)
        select t.id, t.version, ${id}, t."classId"
        from jsonb_to_recordset(${JSON.stringify(winners)}::jsonb) as t(id uuid, version int, "classId" uuid)`.numbered(),
    );
    return winners;
  }

  /** Opens the contest again. @returns who was honoured until then */
  async reopen(id: string): Promise<Winner[]> {
    await this.session.rows(
      ...sql`update class_contest set version = version + 1, status = 'open', decided_on = null, decided_by = null
        where id = ${id}`.numbered(),
    );
    return this.session.rows<Winner>(
      ...sql`delete from class_contest_winner where contest_id = ${id} returning id, version, class_id as "classId"`.numbered(),
    );
  }

  async view(id: string): Promise<ContestView> {
    const [view] = await this.session.rows<ContestView>(
      ...sql`${CONTEST_VIEW} where c.id = ${id}`.numbered(),
    );
    if (view === undefined) throw new Error('a contest that is there is shown');
    return view;
  }
}
