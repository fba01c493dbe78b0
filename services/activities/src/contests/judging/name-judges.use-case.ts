import { Injectable } from '@nestjs/common';
import {
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { ContestId } from '@shulian/contracts/ids';
import { heldContest, refuseUnlessIn } from '../held-contest.step.js';
import type { Judge } from '../rules/judging.js';
import type { JudgesAsked } from './judging.http.js';
import { JudgingRepository } from './judging.repository.js';

/** Teachers and librarians are named as judges (ACT-034). */
@Injectable()
export class NameJudges {
  constructor(private readonly once: OncePerKey) {}

  /** @throws Problem 404, 409 where it is decided, or a judge with scores is left out, 422 for who is none of the school's people */
  execute(
    caller: Caller,
    id: ContestId,
    { items }: JudgesAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const named = items.map(({ readerId = null, accountId = null, classIds = [] }) => ({
      readerId,
      account: accountId,
      classIds,
    }));
    refuseUnclear(named);
    return this.once.run(request, 200, async (tx) => {
      const contest = await heldContest(tx, caller, id);
      refuseUnlessIn(contest, ['planned', 'open', 'closed']);
      const judging = tx.use(JudgingRepository);
      const known = await judging.known(
        contest.schoolId,
        named.flatMap(({ readerId }) => readerId ?? []),
        named.flatMap(({ classIds }) => classIds),
      );
      for (const [at, { readerId, classIds }] of named.entries()) {
        if (readerId !== null && !known.has(readerId))
          throw unknownReference(`/items/${String(at)}/readerId`);
        if (!classIds.every((classId) => known.has(classId)))
          throw unknownReference(`/items/${String(at)}/classIds`);
      }
      const before = await judging.judges(id);
      const kept = new Set<string>();
      const fresh: Judge[] = [];
      const again: Judge[] = [];
      for (const judge of named) {
        const old = before.find((one) => !kept.has(one.id) && isSame(one, judge));
        if (old === undefined) fresh.push({ id: newId(), ...judge });
        else {
          kept.add(old.id);
          again.push({ ...judge, id: old.id });
        }
      }
      for (const judge of before.filter((one) => !kept.has(one.id))) {
        if (await judging.hasScored(judge.id)) throw conflict('contest.judge-has-scored');
        await judging.removeJudge(judge.id);
      }
      for (const judge of again) await judging.changeJudge(judge);
      for (const judge of fresh) await judging.addJudge(id, judge);
      const judges = await judging.judges(id);
      const views = [];
      for (const { account, ...judge } of judges)
        views.push({ ...judge, accountId: account, scored: await judging.countScores(judge.id) });
      return { items: views, nextCursor: null };
    });
  }
}

type Named = Pick<Judge, 'account' | 'readerId'>;

const isSame = (one: Named, other: Named): boolean =>
  (one.account !== null && one.account === other.account) ||
  (one.readerId !== null && one.readerId === other.readerId);

function refuseUnclear(named: readonly Named[]): void {
  for (const [at, judge] of named.entries()) {
    const pointer = `/items/${String(at)}/readerId`;
    if (judge.readerId === null && judge.account === null) throw invalid({ pointer, code: 'missing' });
    if (named.slice(0, at).some((other) => isSame(other, judge))) throw invalid({ pointer, code: 'twice' });
  }
}
