import { Injectable } from '@nestjs/common';
import {
  Database,
  idAfter,
  Lists,
  numberAfter,
  pageOf,
  refuseCursor,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { ContestId } from '@shulian/contracts/ids';
import { runsContests } from '../caller-school.query.js';
import { ContestsQuery } from '../contests.query.js';
import type { SchoolContestView } from '../contest-views.http.js';
import { scoresMissing } from '../rules/judging.js';
import { groupOf, ranked } from '../rules/ranking.js';
import { judgesOf, judgeThatIs, ownOf } from './judges-of.facts.js';
import type {
  JudgeView,
  JudgesListAsked,
  PrizesAsked,
  PrizeView,
  RankingAsked,
  RankView,
  WorksAsked,
  WorkView,
} from './judging.http.js';

const JUDGES = `select j.id, j.account as "accountId", j.reader_id as "readerId", j.class_ids as "classIds",
    (select count(*)::int from contest_score s join contest_entry e on e.id = s.entry_id
     where s.judge_id = j.id and e.status = 'handed-in') as scored
  from contest_judge j where j.contest_id = $1 order by j.id`;
/** What this judge may judge: nothing of the own, and of none of the own classes. */
const WORKS = `select e.id as "entryId", e.number, e.grade, e.title, coalesce(e.text, n.text) as text, e.on_paper as "onPaper",
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)
       order by f.id), '[]') from contest_entry_file f where f.entry_id = e.id) as files, s.tenths, s.points, s.remark
  from contest_entry e left join contest_score s on s.entry_id = e.id and s.judge_id = $2
    left join reading_note n on n.id = e.note_id
  where e.contest_id = $1 and e.status = 'handed-in' and e.number > $3
    and (e.reader_id is null or not (e.reader_id = any($4::uuid[])))
    and (e.class_id is null or not (e.class_id = any($5::uuid[])))
    and ($6::boolean is not true or s.tenths is null)
  order by e.number limit $7`;
const RANKS = `select e.id as "entryId", e.number, e.reader_id as "readerId", e.class_id as "classId", e.grade, e.title,
    e.hundredths, e.place, coalesce(e.tied, false) as tied, e.level, m.tenths as mark,
    coalesce((select array_agg(s.tenths) from contest_score s where s.entry_id = e.id), '{}') as tenths
  from contest_entry e left join note_mark m on m.contest_id = e.contest_id and m.note_id = e.note_id
  where e.contest_id = $1 and e.status = 'handed-in' order by e.number limit 20000`;
const PRIZES = `select p.id, p.entry_id as "entryId", p.level, p.place, coalesce(e.tied, false) as tied, p.reader_id as "readerId",
    p.class_id as "classId", e.grade, e.title, p.certificate, p.granted_on::text as "grantedOn"
  from contest_prize p join contest_entry e on e.id = p.entry_id
  where p.contest_id = $1 and p.status = 'granted' and ($2::uuid is null or (p.certificate, p.id) > (
    (select certificate from contest_prize where id = $2), $2))
  order by p.certificate, p.id limit $3`;

type FoundRank = Omit<RankView, 'group' | 'scores' | 'missing'> & {
  readonly grade: number | null;
  readonly mark: number | null;
  readonly tenths: readonly number[];
};

/** Who judges, what there is to judge, and what comes of it. */
@Injectable()
export class JudgingQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly contests: ContestsQuery,
  ) {}

  /** On one page. @throws Problem 404 for a contest of another school, and for a teacher who is no judge of it */
  async judges(caller: Caller, id: ContestId, { cursor }: JudgesListAsked): Promise<Page<JudgeView>> {
    refuseCursor(cursor);
    await this.contests.byId(caller, id);
    return { items: await this.lists.rows<JudgeView>(JUDGES, [id]), nextCursor: null };
  }

  /** By number. Who runs the library sees them all; a teacher who is no judge sees none. @throws Problem 404 */
  async works(caller: Caller, id: ContestId, input: WorksAsked): Promise<Page<WorkView>> {
    const after = numberAfter(input.cursor);
    const contest = await this.contests.byId(caller, id);
    const judge = judgeThatIs(caller, await judgesOf(this.database, id));
    if (judge === undefined && !runsContests(caller, contest.schoolId))
      return { items: [], nextCursor: null };
    const own = judge === undefined ? { readers: [], classes: [] } : ownOf(caller);
    const rows = await this.lists.rows<WorkView>(WORKS, [
      id,
      judge?.id ?? null,
      after,
      [...own.readers, ...(judge?.readerId === undefined || judge.readerId === null ? [] : [judge.readerId])],
      [...own.classes, ...(judge?.classIds ?? [])],
      input.open ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (work) => work,
      ({ number }) => [number],
    );
  }

  /** Before the decision as it would be by the scores that are there. On one page of the whole. @throws Problem 404 */
  async ranking(caller: Caller, id: ContestId, input: RankingAsked): Promise<Page<RankView>> {
    const from = numberAfter(input.cursor);
    const contest = await this.contests.byId(caller, id);
    const judges = await judgesOf(this.database, id);
    const found = await this.lists.rows<FoundRank>(RANKS, [id]);
    const isDecided = ['judged', 'published', 'summarised'].includes(contest.status);
    const counted = (work: FoundRank): readonly number[] =>
      contest.scoresNeeded === 0 ? (work.mark === null ? [] : [work.mark]) : work.tenths;
    const places = new Map(
      isDecided
        ? []
        : ranked(
            found
              .filter((work) => counted(work).length > 0)
              .map((work) => ({
                entryId: work.entryId,
                group: groupOf(contest.rankedBy, work),
                tenths: counted(work),
              })),
            contest.quotas,
          ).map((one) => [one.entryId, one] as const),
    );
    const missingOf = (work: FoundRank): number => {
      if (isDecided) return 0;
      if (contest.scoresNeeded === 0) return work.mark === null ? 1 : 0;
      return scoresMissing(judges, { ...work, scores: work.tenths.length }, contest.scoresNeeded);
    };
    const rows = found
      .map((found): RankView => {
        const { mark: _mark, tenths: _tenths, grade: _grade, ...work } = found;
        const place = places.get(work.entryId);
        return {
          ...work,
          group: groupOf(contest.rankedBy, found),
          scores: counted(found).length,
          missing: missingOf(found),
          hundredths: place?.hundredths ?? work.hundredths,
          place: place?.place ?? work.place,
          tied: place?.tied ?? work.tied,
          level: place?.level ?? work.level,
        };
      })
      .sort(byGroupAndPlace);
    return pageOf(
      rows.slice(from, from + input.limit + 1).map((row, at) => ({ row, at: from + at + 1 })),
      input.limit,
      ({ row }) => row,
      ({ at }) => [at],
    );
  }

  /** Empty before the publication. @throws Problem 404 for a contest of another school */
  async prizes(caller: Caller, id: ContestId, input: PrizesAsked): Promise<Page<PrizeView>> {
    const after = idAfter(input.cursor);
    await this.contests.byId(caller, id);
    const rows = await this.lists.rows<PrizeView>(PRIZES, [id, after, input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (prize) => prize,
      (prize) => [prize.id],
    );
  }

  contest(caller: Caller, id: ContestId): Promise<SchoolContestView> {
    return this.contests.byId(caller, id);
  }
}

/** Those without a place come last, in their order. */
const byGroupAndPlace = (one: RankView, other: RankView): number => {
  if (one.group !== other.group) return one.group < other.group ? -1 : 1;
  return (one.place ?? 1e9) - (other.place ?? 1e9) || one.number - other.number;
};
