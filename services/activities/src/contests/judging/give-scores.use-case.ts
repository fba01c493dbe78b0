import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  denied,
  invalid,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { ContestId } from '@shulian/contracts/ids';
import { runsContests } from '../caller-school.query.js';
import { heldContest, refuseUnlessIn } from '../held-contest.step.js';
import type { Contest } from '../rules/contest.js';
import { objection, paperScore, type Judge } from '../rules/judging.js';
import { judgeThatIs, ownOf } from './judges-of.facts.js';
import type { WorkScoresAsked, WorkScoresView } from './judging.http.js';
import { JudgingRepository, type ScoreRow } from './judging.repository.js';

type WorkScoreAsked = WorkScoresAsked['items'][number];

/** A judge scores works, or who runs the library enters the sheet of one (ACT-034). */
@Injectable()
export class GiveScores {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 also for who is no judge, 400, 409 for an own work or one of the own class, 422 for an unknown work */
  execute(
    caller: Caller,
    id: ContestId,
    input: WorkScoresAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const ids = input.items.map(({ entryId }) => entryId);
    const twice = ids.findIndex((entryId, at) => ids.indexOf(entryId) < at);
    if (twice >= 0) throw invalid({ pointer: `/items/${String(twice)}/entryId`, code: 'twice' });
    return this.once.run(request, 200, async (tx): Promise<WorkScoresView> => {
      const contest = await heldContest(tx, caller, id);
      refuseUnlessIn(contest, ['open', 'closed']);
      if (contest.scoresNeeded === 0) throw conflict('contest.wrong-step');
      const judging = tx.use(JudgingRepository);
      const judges = await judging.judges(id);
      const own = judgeThatIs(caller, judges);
      const judge = judgeMeant(caller, contest, judges, own, input.judgeId);
      const works = new Map((await judging.works(id)).map((work) => [work.entryId, work]));
      const scores = input.items.map((item, at): ScoreRow => {
        const work = works.get(item.entryId);
        if (work === undefined) throw unknownReference(`/items/${String(at)}/entryId`);
        const against = objection(judge, work, judge.id === own?.id ? ownOf(caller) : undefined);
        if (against !== null) throw conflict(against);
        return scoreOf(contest, item, at);
      });
      await judging.score(judge.id, scores, { by: caller.id, at: this.clock.now() });
      return { judgeId: judge.id, scored: await judging.countScores(judge.id) };
    });
  }
}

/** Oneself, or whose sheet is entered by who runs the library. @throws Problem 403, 422, 400 where it is not clear */
function judgeMeant(
  caller: Caller,
  { schoolId }: Contest,
  judges: readonly Judge[],
  own: Judge | undefined,
  judgeId: string | undefined,
): Judge {
  if (judgeId === undefined || judgeId === own?.id) {
    if (own !== undefined) return own;
    if (runsContests(caller, schoolId)) throw invalid({ pointer: '/judgeId', code: 'missing' });
    throw denied();
  }
  if (!runsContests(caller, schoolId)) throw denied();
  const judge = judges.find(({ id }) => id === judgeId);
  if (judge === undefined) throw unknownReference('/judgeId');
  return judge;
}

function scoreOf(
  { questions }: Contest,
  { entryId, tenths, points, remark }: WorkScoreAsked,
  at: number,
): ScoreRow {
  const given = { entryId, remark: remark ?? null };
  if (points === undefined) {
    if (questions.length > 0) throw invalid({ pointer: `/items/${String(at)}/points`, code: 'missing' });
    if (tenths === undefined || tenths === null)
      throw invalid({ pointer: `/items/${String(at)}/tenths`, code: 'missing' });
    return { ...given, tenths, points: null };
  }
  const sum = paperScore(questions, points);
  if (sum === null) throw invalid({ pointer: `/items/${String(at)}/points`, code: 'max' });
  return { ...given, tenths: sum, points };
}
