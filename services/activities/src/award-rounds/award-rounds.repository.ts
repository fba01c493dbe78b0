import { sql, type Session } from '@shulian/service-kit';
import type { CalendarDay, AwardId } from '@shulian/contracts/ids';
import { AWARD_VIEW, ROUND_VIEW } from './award-rounds.row.js';
import type { AwardView, RoundView } from './award-rounds.http.js';
import type { Award, AwardRound, Category, Parts } from './rules/award-round.js';

const AWARD = sql`select id, version, round_id as "roundId", school_id as "schoolId", category, reader_id as "readerId",
    class_id as "classId", grade from award`;
export type Chosen = Award & { readonly reason: string | null };
export type QuizResult = { readonly readerId: string; readonly month: string; readonly points: number };

/** Rounds, each locked to the end of the transaction that changes it or its awards. */
export class AwardRoundsRepository {
  constructor(private readonly session: Session) {}

  async open(
    round: AwardRound,
    categories: readonly Category[],
    opened: { readonly on: CalendarDay; readonly by: string },
  ): Promise<void> {
    await this.session.rows(
      ...sql`insert into award_round (id, version, school_id, programme, name, starts_on, ends_on, per, places, prize,
          least_notes, least_excerpts, least_quiz_points, status, opened_on, opened_by)
        values (${round.id}, 1, ${round.schoolId}, ${round.programme}, ${round.name}, ${round.startsOn}, ${round.endsOn},
          ${round.per}, ${round.places}, ${round.prize}, ${round.leastNotes}, ${round.leastExcerpts},
          ${round.leastQuizPoints}, 'open', ${opened.on}, ${opened.by})`.numbered(),
    );
    if (categories.length === 0) return;
    await this.session.rows(
      ...sql`insert into award_category (round_id, code, name, place)
        select ${round.id}, t.code, t.name, t.at
        from rows from (jsonb_to_recordset(${JSON.stringify(categories)}::jsonb) as (code text, name text))
          with ordinality as t(code, name, at)`.numbered(),
    );
  }

  async locked(id: string): Promise<AwardRound | null> {
    const [round] = await this.session.rows<AwardRound>(
      ...sql`select id, version, school_id as "schoolId", programme, name, starts_on::text as "startsOn",
          ends_on::text as "endsOn", per, places, prize, least_notes as "leastNotes", least_excerpts as "leastExcerpts",
          least_quiz_points as "leastQuizPoints", status
        from award_round where id = ${id} for update`.numbered(),
    );
    return round ?? null;
  }

  async change({ id, name, prize, places }: AwardRound): Promise<void> {
    await this.session.rows(
      ...sql`update award_round set version = version + 1, name = ${name}, prize = ${prize}, places = ${places}
        where id = ${id}`.numbered(),
    );
  }

  async categoryCodes(roundId: string): Promise<string[]> {
    const rows = await this.session.rows<{ code: string }>(
      ...sql`select code from award_category where round_id = ${roundId} order by place`.numbered(),
    );
    return rows.map(({ code }) => code);
  }

  /** What a pupil has of the three parts of the incentive programme, in the days of the round. */
  async partsOf({ id, startsOn, endsOn }: AwardRound, readerId: string): Promise<Parts> {
    const [parts] = await this.session.rows<Parts>(
      ...sql`select n.notes, n.excerpts, q.points as "quizPoints"
        from (select count(*) filter (where kind <> 'excerpt')::int as notes, count(*) filter (where kind = 'excerpt')::int as excerpts
          from reading_note where reader_id = ${readerId} and accepted_on between ${startsOn} and ${endsOn}) n,
          (select coalesce(sum(points), 0)::int as points from quiz_result where round_id = ${id} and reader_id = ${readerId}) q`.numbered(),
    );
    return parts ?? { notes: 0, excerpts: 0, quizPoints: 0 };
  }

  async ofRound(roundId: string): Promise<Award[]> {
    return this.session.rows<Award>(...sql`${AWARD} where round_id = ${roundId} order by id`.numbered());
  }

  /** The award without its lock: what changes an award locks its round first. */
  async award(id: AwardId): Promise<Award | null> {
    const [award] = await this.session.rows<Award>(...sql`${AWARD} where id = ${id}`.numbered());
    return award ?? null;
  }

  async choose(award: Chosen, chosen: { readonly on: CalendarDay; readonly by: string }): Promise<void> {
    const { id, version, roundId, schoolId, category, readerId, classId, grade, reason } = award;
    await this.session.rows(
      ...sql`insert into award (id, version, round_id, school_id, category, reader_id, class_id, grade, reason, chosen_on, chosen_by)
        values (${id}, ${version}, ${roundId}, ${schoolId}, ${category}, ${readerId}, ${classId}, ${grade}, ${reason},
          ${chosen.on}, ${chosen.by})`.numbered(),
    );
  }

  async remove(id: AwardId): Promise<void> {
    await this.session.rows(...sql`delete from award where id = ${id}`.numbered());
  }

  /** @returns the awards as they are from then on */
  async grant(roundId: string, on: CalendarDay): Promise<Award[]> {
    await this.session.rows(
      ...sql`update award_round set version = version + 1, status = 'published', published_on = ${on}
        where id = ${roundId}`.numbered(),
    );
    await this.session.rows(
      ...sql`update award set version = version + 1, granted_on = ${on} where round_id = ${roundId}`.numbered(),
    );
    return this.ofRound(roundId);
  }

  /** @returns the awards as they are from then on */
  async takeBack(roundId: string): Promise<Award[]> {
    await this.session.rows(
      ...sql`update award_round set version = version + 1, status = 'taken-back' where id = ${roundId}`.numbered(),
    );
    await this.session.rows(
      ...sql`update award set version = version + 1 where round_id = ${roundId}`.numbered(),
    );
    return this.ofRound(roundId);
  }

  async issuePrize(id: AwardId, on: string): Promise<void> {
    await this.session.rows(...sql`update award set prize_issued_on = ${on} where id = ${id}`.numbered());
  }

  async putQuizResults(roundId: string, results: readonly QuizResult[], by: string): Promise<void> {
    await this.session.rows(
      ...sql`insert into quiz_result (round_id, reader_id, month, points, entered_by)
        select ${roundId}, t."readerId", t.month, t.points, ${by}
        from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as t("readerId" uuid, month date, points int)
        on conflict (round_id, reader_id, month) do update set points = excluded.points, entered_by = excluded.entered_by`.numbered(),
    );
  }

  async roundView(id: string): Promise<RoundView> {
    const [view] = await this.session.rows<RoundView>(...sql`${ROUND_VIEW} where r.id = ${id}`.numbered());
    if (view === undefined) throw new Error('a round that is there is shown');
    return view;
  }

  async awardView(id: AwardId): Promise<AwardView> {
    const [view] = await this.session.rows<AwardView>(...sql`${AWARD_VIEW} where a.id = ${id}`.numbered());
    if (view === undefined) throw new Error('an award that is there is shown');
    return view;
  }
}
