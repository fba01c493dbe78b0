import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Transaction,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { TermId } from '@shulian/contracts/ids';
import { HelperEvaluationsRepository, type JudgedHelper } from './helper-evaluations.repository.js';
import type { JudgementAsked, JudgementView } from './helper-evaluations.http.js';

/** The library says how a helper did in a term, and who gets the award (评选优秀小图书管理员, RDR-034). */
@Injectable()
export class JudgeHelper {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 422 for a term of another school, 409 for who was no helper then, or an award without training */
  execute(
    caller: Caller,
    helperId: string,
    input: JudgementAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { grade, awarded, words = null } = input;
    const termId = input.termId as TermId;
    return this.once.run(request, 200, async (tx): Promise<JudgementView> => {
      const helper = await lockedHelper(tx, caller, helperId, termId);
      if (helper.ofTerm === null) throw unknownReference('/termId');
      if (!helper.ofTerm) throw conflict('helper-evaluation.not-of-term');
      if (awarded && !helper.trained) throw conflict('helper-evaluation.untrained');
      const view = { termId, helperId, grade, awarded, words, judgedOn: this.clock.today() };
      await tx.use(HelperEvaluationsRepository).judge({ ...view, judgedBy: caller.id });
      return view;
    });
  }

  /** @throws Problem 404 also where nothing was said */
  async takeBack(caller: Caller, helperId: string, termId: TermId): Promise<void> {
    await this.transaction.run(async (tx) => {
      await lockedHelper(tx, caller, helperId, termId);
      if (!(await tx.use(HelperEvaluationsRepository).takeBack(termId, helperId))) throw unknownThing();
    });
  }
}

async function lockedHelper(tx: Tx, caller: Caller, id: string, termId: TermId): Promise<JudgedHelper> {
  const helper = await tx.use(HelperEvaluationsRepository).helper(id, termId);
  if (helper === null || !caller.mayWorkAt(helper.schoolId)) throw unknownThing();
  return helper;
}
