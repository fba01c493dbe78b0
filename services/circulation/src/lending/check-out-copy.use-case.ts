import { Injectable } from '@nestjs/common';
import type { LoanId } from '@shulian/contracts/ids';
import { Answer, answerFrom, Refused, type Caller, type DeskRequest, newId } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { endWaitsOfBorrower } from '../holds/end-waits-of-borrower.use-case.js';
import { AnswerOnce } from './answer-once.use-case.js';
import { DeskLookUps } from './look-up-at-desk.use-case.js';
import { loanCheckedOut } from './loan.events.js';
import { toDecisionView, toLoanView, type CheckOutAsked, type CheckOutView } from './loans.http.js';
import { openLoan, weighCheckOut, type WeighedCheckOut } from './rules/check-out.js';

const NOT_HERE_YET = Symbol('copy or reader may be on the way');

/** A copy goes out: BEGIN, one locking read, the decision, one write with event and answer, COMMIT. */
@Injectable()
export class CheckOutCopy {
  constructor(
    private readonly atDesk: AnswerOnce,
    private readonly lookUps: DeskLookUps,
  ) {}

  /** @throws Refused 409 `checkout.refused` with every reason at once */
  async execute(caller: Caller, asked: CheckOutAsked, request: DeskRequest | null): Promise<Answer> {
    const first = await this.attempt(caller, asked, request, true);
    if (first !== NOT_HERE_YET) return first;
    await this.lookUps.arrival(caller, asked);
    const second = await this.attempt(caller, asked, request, false);
    if (second === NOT_HERE_YET) throw new Error('the second look does not wait');
    return second;
  }

  private attempt(
    caller: Caller,
    asked: CheckOutAsked,
    request: DeskRequest | null,
    mayWait: boolean,
  ): Promise<Answer | typeof NOT_HERE_YET> {
    const look = this.lookUps.of(caller, asked);
    const moment = this.lookUps.moment();
    return this.atDesk.run(request, async (store) => {
      const found = await store.checkOut.forCheckOut(look, moment.on, request);
      if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
      const seen = this.lookUps.asSeenBy(caller, asked, found);
      if (mayWait && (seen.scanned.is === 'unknown' || seen.reader === null)) return NOT_HERE_YET;
      const rules = await store.rulesOf(look.schoolId, found.stamps);
      const weighed = weighCheckOut(seen, rules, moment);
      if (weighed.decision.outcome !== 'allow')
        throw new Refused('checkout.refused', weighed.decision.reasons);
      return this.lend(store, weighed, { ...look, by: caller.id, found, moment, request });
    });
  }

  private async lend(
    store: CirculationStore,
    weighed: WeighedCheckOut,
    at: {
      readonly schoolId: Parameters<typeof openLoan>[1]['lendingSchoolId'];
      readonly by: string;
      readonly found: Awaited<ReturnType<CirculationStore['checkOut']['forCheckOut']>>;
      readonly moment: Parameters<typeof openLoan>[2];
      readonly request: DeskRequest | null;
    },
  ): Promise<Answer> {
    const id = newId<LoanId>();
    const { loan, copy, borrower } = openLoan(weighed, { id, lendingSchoolId: at.schoolId }, at.moment);
    const version = at.found.copyVersion + 1;
    const holdsEnded =
      borrower.openHolds > 0 || at.found.holdOfCopy !== null
        ? await endWaitsOfBorrower(store, loan, at.found.holdOfCopy, at.moment.on)
        : { fulfilled: 0, announcements: [] };
    const view: CheckOutView = {
      loan: toLoanView(loan, at.moment.on),
      decision: toDecisionView({ ...weighed.decision, outcome: 'allow' }, loan.dueOn, weighed.facts.policy),
    };
    const body = JSON.stringify(view);
    await store.loanEffects.lend({
      loan,
      by: at.by,
      copy: { copyId: copy.id, version, state: 'on-loan', loanId: id, hold: null },
      borrower: { ...borrower, openHolds: borrower.openHolds - holdsEnded.fulfilled },
      overridden: weighed.decision.overridden,
      announcements: [loanCheckedOut(loan, version), ...holdsEnded.announcements],
      answer: at.request === null ? null : { request: at.request, status: 201, body },
    });
    return new Answer(201, body, false);
  }
}
