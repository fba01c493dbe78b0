import { Injectable } from '@nestjs/common';
import type { Announcement } from '@shulian/contracts/envelope';
import type { LoanId } from '@shulian/contracts/ids';
import {
  Answer,
  answerFrom,
  EventWriter,
  newId,
  Refused,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { endWaitsOfBorrower } from '../holds/end-waits-of-borrower.use-case.js';
import { AnswerOnce } from './answer-once.use-case.js';
import type { CheckOutLookUp } from './check-out.facts.js';
import type { GatheredForCheckOut } from './check-out.row.js';
import { DeskLookUps } from './look-up-at-desk.use-case.js';
import { loanCheckedOut } from './loan.events.js';
import { toDecisionView, toLoanView, type CheckOutAsked, type CheckOutView } from './loans.http.js';
import type { Lending } from './new-loan.effects.js';
import type { Borrower } from './rules/borrower.js';
import { openLoan, weighCheckOut, type Moment, type WeighedCheckOut } from './rules/check-out.js';
import type { Loan } from './rules/loan.js';
import { SwiftLending } from './swift-lending.use-case.js';

/** A checkout on its way through the desk. */
type Asking = CheckOutLookUp & {
  readonly caller: Caller;
  readonly asked: CheckOutAsked;
  readonly moment: Moment;
};

/** A loan that may be made, and what the desk will be told. */
type MadeLoan = {
  readonly loan: Loan;
  readonly borrower: Borrower;
  readonly copyVersion: number;
  readonly answer: Answer;
};

const NOT_HERE_YET = Symbol('copy or reader may be on the way');
const BEHIND_LOCKS = Symbol('holds or overrides are in it, or something changed meanwhile');

/**
 * A copy goes out. Most loans touch copy, reader and nothing else, and nobody else has these in hand: they are made
 * swiftly, in two trips that several desks share. All others are made behind locks: BEGIN, one locking read, the
 * decision, the writes with event and answer, COMMIT.
 */
@Injectable()
export class CheckOutCopy {
  constructor(
    private readonly swift: SwiftLending,
    private readonly atDesk: AnswerOnce,
    private readonly lookUps: DeskLookUps,
    private readonly events: EventWriter,
  ) {}

  /** @throws Refused 409 `checkout.refused` with every reason at once */
  async execute(caller: Caller, asked: CheckOutAsked, request: DeskRequest | null): Promise<Answer> {
    const look = this.lookUps.of(caller, asked);
    const moment = this.lookUps.moment();
    const asking = { caller, asked, look, moment, today: moment.on, request };
    const swiftly = await this.atDesk.told(request, () => this.swiftly(asking));
    if (swiftly instanceof Answer) return swiftly;
    if (swiftly === BEHIND_LOCKS) return this.behindLocks(asking);
    await this.lookUps.arrival(caller, asked);
    // The county may have a school more by now.
    return this.behindLocks({ ...asking, look: this.lookUps.of(caller, asked) });
  }

  private async swiftly(asking: Asking): Promise<Answer | typeof NOT_HERE_YET | typeof BEHIND_LOCKS> {
    const { request } = asking;
    const found = await this.swift.gather(asking);
    if (found === null) return BEHIND_LOCKS;
    if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
    const seen = this.lookUps.asSeenBy(asking.caller, asking.asked, found);
    if (seen.scanned.is === 'unknown' || seen.reader === null) return NOT_HERE_YET;
    const rules = await this.swift.rulesOf(asking.look.schoolId, found.stamps);
    const weighed = allowed(weighCheckOut(seen, rules, asking.moment));
    if (weighed.decision.overridden.length > 0 || hasWaits(seen.reader.borrower, found)) return BEHIND_LOCKS;
    const made = this.loanOf(asking, found, weighed);
    return (await this.swift.lend(this.lending(asking, made, []))) ? made.answer : BEHIND_LOCKS;
  }

  private behindLocks(asking: Asking): Promise<Answer> {
    const { request } = asking;
    return this.atDesk.run(request, async (store) => {
      const found = await store.checkOut.locked(asking);
      if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
      const seen = this.lookUps.asSeenBy(asking.caller, asking.asked, found);
      const rules = await store.rulesOf(asking.look.schoolId, found.stamps);
      const weighed = allowed(weighCheckOut(seen, rules, asking.moment));
      const made = this.loanOf(asking, found, weighed);
      const waits = hasWaits(made.borrower, found)
        ? await endWaitsOfBorrower(store, made.loan, found.holdOfCopy, asking.today)
        : { fulfilled: 0, announcements: [] };
      const borrower = { ...made.borrower, openHolds: made.borrower.openHolds - waits.fulfilled };
      const lent = await store.newLoans.lend([
        this.lending(asking, { ...made, borrower }, waits.announcements),
      ]);
      if (!lent.every(Boolean)) throw new Error('a locked copy and a locked reader do not change');
      const { overridden } = weighed.decision;
      if (overridden.length > 0) await store.newLoans.overridden(made.loan, asking.caller.id, overridden);
      return made.answer;
    });
  }

  private loanOf(asking: Asking, found: GatheredForCheckOut, weighed: WeighedCheckOut): MadeLoan {
    const { look, moment } = asking;
    const id = newId<LoanId>();
    const { loan, borrower } = openLoan(weighed, { id, lendingSchoolId: look.schoolId }, moment);
    const view: CheckOutView = {
      loan: toLoanView(loan, moment.on),
      decision: toDecisionView({ ...weighed.decision, outcome: 'allow' }, loan.dueOn, weighed.facts.policy),
    };
    return {
      loan,
      borrower,
      copyVersion: found.copyVersion + 1,
      answer: new Answer(201, JSON.stringify(view), false),
    };
  }

  private lending(asking: Asking, made: MadeLoan, others: readonly Announcement[]): Lending {
    const { loan, borrower, copyVersion, answer } = made;
    const { caller, request } = asking;
    return {
      loan,
      by: caller.id,
      copyVersion,
      borrower,
      events: this.events.columns([loanCheckedOut(loan, copyVersion), ...others]),
      answer: request === null ? null : { request, status: answer.status, body: answer.body },
    };
  }
}

/** Whether the loan ends a wait: of the reader, or of whoever the copy lay on the shelf for. */
const hasWaits = (borrowing: { readonly openHolds: number }, found: GatheredForCheckOut): boolean =>
  borrowing.openHolds > 0 || found.holdOfCopy !== null;

/** @throws Refused */
function allowed(weighed: WeighedCheckOut): WeighedCheckOut {
  const { outcome, reasons } = weighed.decision;
  if (outcome !== 'allow') throw new Refused('checkout.refused', reasons);
  return weighed;
}
