import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { ContestId } from '@shulian/contracts/ids';
import type { ContestStepAsked } from './contests.http.js';
import { ContestsRepository } from './contests.repository.js';
import { ContestEntriesRepository } from './entries/entries.repository.js';
import { heldContest } from './held-contest.step.js';
import { decideContest, grantPrizes, withdrawPrizes } from './judging/decide-contest.step.js';
import { JudgingRepository } from './judging/judging.repository.js';
import { afterStep, needsReason, type Contest } from './rules/contest.js';

/** A contest goes on, or back: planned, run, decided, published, commended, summarised, and nothing of it left out (ACT-030). */
@Injectable()
export class StepContest {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 400 without the words a step needs, 409 where it cannot be taken */
  execute(
    caller: Caller,
    id: ContestId,
    input: ContestStepAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { step, why = null, summary = null } = input;
    if (needsReason(step) && why === null) throw invalid({ pointer: '/why', code: 'missing' });
    if (step === 'summarise' && summary === null) throw invalid({ pointer: '/summary', code: 'missing' });
    return this.once.run(request, 200, async (tx) => {
      const before = await heldContest(tx, caller, id);
      const status = afterStep(before.status, step);
      if (status === null) throw conflict('contest.wrong-step');
      await this.carryOut(tx, before, step);
      const isPublished = status === 'published' || status === 'summarised';
      await tx.use(ContestsRepository).change({
        ...before,
        version: before.version + 1,
        status,
        reason: needsReason(step) ? why : before.reason,
        summary: step === 'summarise' ? summary : before.summary,
        publishedOn: isPublished ? (before.publishedOn ?? this.clock.today()) : null,
        // What was said of winners who are none any more is said anew.
        commendation: isPublished ? before.commendation : null,
      });
      return tx.use(ContestsRepository).view(id);
    });
  }

  private async carryOut(tx: Tx, contest: Contest, step: ContestStepAsked['step']): Promise<void> {
    switch (step) {
      case 'open':
        if (contest.plan === null) throw conflict('contest.no-plan');
        return;
      case 'reopen':
        if (await tx.use(JudgingRepository).hasScores(contest.id)) throw conflict('contest.has-scores');
        return;
      case 'decide':
        return decideContest(tx, contest);
      case 'reopen-judging':
        return tx.use(ContestEntriesRepository).unrank(contest.id);
      case 'publish':
        return grantPrizes(tx, contest, this.clock.today());
      case 'withdraw-publication':
        return withdrawPrizes(tx, contest, this.clock.today());
      case 'summarise':
        if (contest.commendation === null) throw conflict('contest.no-commendation');
        return;
      case 'close':
      case 'take-up':
      case 'cancel':
      case 'plan-anew':
        return;
    }
  }
}
