import { statement, type Session } from '@shulian/service-kit';
import type { ContestId, SchoolId } from '@shulian/contracts/ids';
import type { Judge } from '../rules/judging.js';
import { judgesOf } from './judges-of.facts.js';

export type ScoreRow = {
  readonly entryId: string;
  readonly tenths: number;
  readonly points: readonly number[] | null;
  readonly remark: string | null;
};
export type JudgedWork = {
  readonly entryId: string;
  readonly readerId: string | null;
  readonly classId: string | null;
  readonly grade: number | null;
  readonly tenths: readonly number[];
  /** Of a note: what it was marked with. */
  readonly mark: number | null;
};

const KNOWN_PEOPLE = `select reader_id as id from known_reader
  where school_id = $1 and reader_id = any($2::uuid[]) and active and kind in ('teacher', 'staff')`;
const KNOWN_CLASSES =
  'select class_id as id from known_class where school_id = $1 and class_id = any($2::uuid[])';
const SCORE = statement(
  'contestJudging.score',
  `insert into contest_score (entry_id, judge_id, tenths, points, remark, entered_by, entered_at)
   select s."entryId", $1, s.tenths, case when s.points is null then null else array(select jsonb_array_elements_text(s.points)::int) end,
     s.remark, $3, $4
   from jsonb_to_recordset($2::jsonb) as s("entryId" uuid, tenths int, points jsonb, remark text)
   on conflict (entry_id, judge_id) do update set tenths = excluded.tenths, points = excluded.points, remark = excluded.remark,
     entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
);
const WORKS = statement(
  'contestJudging.works',
  `select e.id as "entryId", e.reader_id as "readerId", e.class_id as "classId", e.grade, m.tenths as mark,
     coalesce((select array_agg(s.tenths) from contest_score s where s.entry_id = e.id), '{}') as tenths
   from contest_entry e left join note_mark m on m.contest_id = e.contest_id and m.note_id = e.note_id
   where e.contest_id = $1 and e.status = 'handed-in' order by e.id`,
);

export class JudgingRepository {
  constructor(private readonly session: Session) {}

  judges(contestId: ContestId): Promise<Judge[]> {
    return judgesOf(this.session, contestId);
  }

  async addJudge(contestId: ContestId, { id, account, readerId, classIds }: Judge): Promise<void> {
    await this.session.rows(
      'insert into contest_judge (id, contest_id, account, reader_id, class_ids) values ($1, $2, $3, $4, $5)',
      [id, contestId, account, readerId, classIds],
    );
  }

  async changeJudge({ id, account, readerId, classIds }: Judge): Promise<void> {
    await this.session.rows(
      'update contest_judge set account = $2, reader_id = $3, class_ids = $4 where id = $1',
      [id, account, readerId, classIds],
    );
  }

  async removeJudge(id: string): Promise<void> {
    await this.session.rows('delete from contest_judge where id = $1', [id]);
  }

  async hasScored(judgeId: string): Promise<boolean> {
    return (
      (await this.session.rows('select from contest_score where judge_id = $1 limit 1', [judgeId])).length > 0
    );
  }

  async countScores(judgeId: string): Promise<number> {
    const [row] = await this.session.rows<{ n: number }>(
      `select count(*)::int as n from contest_score s join contest_entry e on e.id = s.entry_id
       where s.judge_id = $1 and e.status = 'handed-in'`,
      [judgeId],
    );
    return row?.n ?? 0;
  }

  async hasScores(contestId: ContestId): Promise<boolean> {
    const some = await this.session.rows(
      'select from contest_score s join contest_judge j on j.id = s.judge_id where j.contest_id = $1 limit 1',
      [contestId],
    );
    return some.length > 0;
  }

  /** Which of these are teachers or staff of the school, and which its classes. */
  async known(
    schoolId: SchoolId,
    people: readonly string[],
    classes: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const found = [
      ...(await this.session.rows<{ id: string }>(KNOWN_PEOPLE, [schoolId, people])),
      ...(await this.session.rows<{ id: string }>(KNOWN_CLASSES, [schoolId, classes])),
    ];
    return new Set(found.map(({ id }) => id));
  }

  async score(
    judgeId: string,
    scores: readonly ScoreRow[],
    entered: { readonly by: string; readonly at: Date },
  ): Promise<void> {
    await this.session.rows(SCORE, [judgeId, JSON.stringify(scores), entered.by, entered.at]);
  }

  works(contestId: ContestId): Promise<JudgedWork[]> {
    return this.session.rows<JudgedWork>(WORKS, [contestId]);
  }
}
