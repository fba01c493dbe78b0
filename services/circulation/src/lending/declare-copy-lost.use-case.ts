import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { LoanId } from '@shulian/contracts/ids';
import {
  Answer,
  answerFrom,
  denied,
  newId,
  Refused,
  unknownReference,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { endWaitsForCopy } from '../holds/end-waits-for-copy.use-case.js';
import { AnswerOnce } from './answer-once.use-case.js';
import { toCompensationView, type LossAsked, type LossView } from './compensations.http.js';
import { DeskLookUps } from './look-up-at-desk.use-case.js';
import { copyLost } from './loan.events.js';
import { toLoanView } from './loans.http.js';
import { mayTouch } from './renew-loan.use-case.js';
import type { GatheredForRenewal } from './renewal.facts.js';
import { withLoss } from './rules/borrower.js';
import { lossRefusals, owedFor, type CompensationId } from './rules/compensation.js';
import { closed, type Loan } from './rules/loan.js';

/** A lent copy does not come back: the loan ends, and the reader owes a compensation until it is settled (CIR-060). */
@Injectable()
export class DeclareCopyLost {
  constructor(
    private readonly atDesk: AnswerOnce,
    private readonly lookUps: DeskLookUps,
  ) {}

  /**
   * @throws Refused 409 `loss.refused`; Problem 422 for a loan the caller may not know of, 403 for one of another
   * school's desk that the caller may only see
   */
  execute(caller: Caller, asked: LossAsked, request: DeskRequest | null): Promise<Answer> {
    const moment = this.lookUps.moment();
    const loanId = asked.loanId.toLowerCase() as LoanId;
    return this.atDesk.run(request, async (store) => {
      const found = await store.renewals.gather(loanId, moment.on, request);
      if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
      const { loan, borrower } = found;
      if (loan === null || borrower === null || !mayTouch(caller, loan, found))
        throw unknownReference('/loanId');
      if (!isOfDesk(caller, loan, found)) throw denied();
      const refusals = lossRefusals(loan);
      if (refusals.length > 0) throw new Refused('loss.refused', refusals);

      const lost = closed(loan, 'lost', moment, loan.lendingSchoolId);
      const compensation = owedFor(lost, newId<CompensationId>(), moment.on, asked.note ?? null);
      const version = found.copy.version + 1;
      const view: LossView = {
        loan: toLoanView(lost, moment.on),
        compensation: toCompensationView(compensation),
      };
      const body = JSON.stringify(view);
      await store.loanEffects.change({
        loan: lost,
        copy: { copyId: loan.copyId, version, state: 'lost', loanId: null, hold: null },
        borrower: withLoss(borrower, loan.id),
        announcements: [copyLost(lost, version)],
        answer: request === null ? null : { request, status: 201, body },
      });
      await store.compensations.add(compensation, caller.id);
      await endWaitsForCopy(store, loan.copyId, moment.on);
      return new Answer(201, body, false);
    });
  }
}

/** The school that lent it, or who teaches the class of the reader there. */
const isOfDesk = ({ reach }: Caller, loan: Loan, { reader }: GatheredForRenewal): boolean =>
  reachesSchool(reach, loan.lendingSchoolId) ||
  (reader !== null && reader.classId !== null && reach.classes.get(reader.classId) === loan.lendingSchoolId);
