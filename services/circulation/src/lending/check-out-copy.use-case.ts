import { Injectable } from '@nestjs/common';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CopyId, LoanId, ReaderId } from '@shulian/contracts/ids';
import type { Moment } from '@shulian/lending-rules/calendar/day';
import type { Borrower } from '@shulian/lending-rules/desk/borrower';
import { liesFree } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import {
  decideCheckOut,
  keptBack,
  openLoan,
  type DecidedCheckOut,
} from '@shulian/lending-rules/lending/check-out';
import {
  Answer,
  answerFrom,
  EventWriter,
  newId,
  Refused,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { AnswerOnce } from '../desk/answer-once.step.js';
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import { toLoanView } from '../desk/loan.http.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { CheckOutFactsReader, type CheckOutLookUp } from './check-out.facts.js';
import type { GatheredForCheckOut } from './check-out.row.js';
import { DeskLookUps } from './desk-look-ups.step.js';
import { loanCheckedOut } from '../desk/loan.events.js';
import type { TitleOf } from '../desk/reason.http.js';
import { toDecisionView, type CheckOutAsked, type CheckOutView } from './loans.http.js';
import { NewLoanEffects, type Lending } from './new-loan.effects.js';
import { OptimisticLending } from './optimistic-lending.step.js';

/** A checkout on its way through the desk. */
type CheckOutRequest = CheckOutLookUp & {
  readonly caller: Caller;
  readonly body: CheckOutAsked;
  readonly titleOf: TitleOf;
  readonly moment: Moment;
};

/** Holds or overrides are in it, or something changed meanwhile. */
type NeedsLocks = {
  /** The copy that the barcode meant; null: it was not looked at. */
  readonly meant: CopyId | null;
};

/** A loan that may be made, and what the desk will be told. */
type MadeLoan = {
  readonly loan: Loan;
  readonly borrower: Borrower;
  readonly copyVersion: number;
  readonly answer: Answer;
};

const NOT_HERE_YET = Symbol('copy or reader may be on the way');
const NOT_LOOKED_AT: NeedsLocks = { meant: null };

/**
 * A copy goes out. Most loans touch copy, reader and nothing else, and nobody else has these in hand: they are made
 * optimistically, in two trips that several desks share. All others are made behind locks: BEGIN, one locking read, the
 * decision, the writes with event and answer, COMMIT.
 */
@Injectable()
export class CheckOutCopy {
  constructor(
    private readonly optimistic: OptimisticLending,
    private readonly atDesk: AnswerOnce,
    private readonly lookUps: DeskLookUps,
    private readonly events: EventWriter,
    private readonly claims: ClaimsOnCopies,
  ) {}

  /** @throws Refused 409 `checkout.refused` with every reason at once */
  async execute(
    caller: Caller,
    body: CheckOutAsked,
    request: DeskRequest | null,
    titleOf: TitleOf,
  ): Promise<Answer> {
    const look = this.lookUps.of(caller, body);
    const moment = this.lookUps.moment();
    const input = { caller, body, titleOf, look, moment, today: moment.on, request };
    const optimistically = await this.atDesk.rememberOutcome(request, () => this.optimistically(input));
    if (optimistically instanceof Answer) return optimistically;
    if (optimistically !== NOT_HERE_YET) return this.withLocks(input, optimistically);
    await this.lookUps.arrival(caller, body);
    // The county may have a school more by now.
    const again = { ...input, look: this.lookUps.of(caller, body) };
    const second = await this.atDesk.rememberOutcome(request, () => this.optimistically(again, false));
    if (second instanceof Answer) return second;
    return this.withLocks(again, second === NOT_HERE_YET ? NOT_LOOKED_AT : second);
  }

  /** @param mayWait for what is not known yet; else it is refused */
  private async optimistically(
    input: CheckOutRequest,
    mayWait = true,
  ): Promise<Answer | typeof NOT_HERE_YET | NeedsLocks> {
    const { request } = input;
    const found = await this.optimistic.gather(input);
    if (found === null) return NOT_LOOKED_AT;
    if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
    const seen = this.lookUps.visibleTo(input.caller, input.body, found);
    if (guestOf(input, found) !== null) return NOT_LOOKED_AT;
    if (mayWait && (seen.scanned.is === 'unknown' || seen.borrower === null)) return NOT_HERE_YET;
    const needsLocks = { meant: seen.scanned.is === 'here' ? seen.scanned.copy.id : null };
    // One of another school may lie here for the reader.
    if (found.awaited || seen.scanned.is === 'foreign' || seen.scanned.is === 'ambiguous') return needsLocks;
    const rules = await this.optimistic.rulesOf(input.look.schoolId, found.stamps);
    const decided = allowed(decideCheckOut(seen, rules, input.moment));
    if (
      decided.decision.overridden.length > 0 ||
      seen.borrower === null ||
      hasWaits(decided, seen.borrower.borrower, found)
    )
      return needsLocks;
    const made = this.loanOf(input, found, decided);
    return (await this.optimistic.lend(this.lending(input, made, []))) ? made.answer : needsLocks;
  }

  private async withLocks(input: CheckOutRequest, { meant }: NeedsLocks): Promise<Answer> {
    const answer = await this.atDesk.run(input.request, (tx) => this.locked(tx, input, meant));
    this.claims.afterCommit();
    return answer;
  }

  private async locked(tx: Tx, input: CheckOutRequest, meant: CopyId | null): Promise<Answer> {
    const { request } = input;
    const found = await this.found(tx, input, meant);
    if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
    const seen = this.lookUps.visibleTo(input.caller, input.body, found);
    const rules = await tx.use(SchoolRulesFacts).of(input.look.schoolId, found.stamps);
    const claim = liesFree(seen.scanned)
      ? await this.claims.onFreeCopy(
          tx,
          seen.scanned.copy,
          seen.borrower?.who.id ?? null,
          input.today,
          rules,
          true,
        )
      : null;
    const decided = allowed(decideCheckOut(keptBack(seen, claim), rules, input.moment));
    const made = this.loanOf(input, found, decided);
    const waits = hasWaits(decided, made.borrower, found)
      ? await this.claims.whenLent(tx, made.loan, found.holdOfCopy, input.today)
      : { fulfilled: 0, announcements: [] };
    const borrower = { ...made.borrower, openHolds: made.borrower.openHolds - waits.fulfilled };
    const lent = await tx
      .use(NewLoanEffects)
      .lend([this.lending(input, { ...made, borrower }, waits.announcements)]);
    if (!lent.every(Boolean)) throw new Error('a locked copy and a locked reader do not change');
    const { overridden } = decided.decision;
    if (claim?.waiting === true) await this.claims.lookAgainAt(tx, made.loan.titleId);
    if (overridden.length > 0)
      await tx.use(NewLoanEffects).overridden(made.loan, input.caller.id, overridden);
    return made.answer;
  }

  /** Gathers behind locks; a card of another school is looked up where the copy lies ready for a reader of that school. */
  private async found(tx: Tx, input: CheckOutRequest, meant: CopyId | null): Promise<GatheredForCheckOut> {
    const facts = tx.use(CheckOutFactsReader);
    const found = await facts.locked(input, meant);
    const guest = guestOf(input, found);
    const { cardNumber } = input.body;
    if (guest === null || cardNumber === undefined) return found;
    const look = await this.lookUps.asGuest(tx, input.look, cardNumber, guest, input.today);
    return facts.locked({ ...input, look }, meant);
  }

  private loanOf(input: CheckOutRequest, found: GatheredForCheckOut, decided: DecidedCheckOut): MadeLoan {
    const { look, moment } = input;
    const id = newId<LoanId>();
    const { loan, borrower } = openLoan(decided, { id, lendingSchoolId: look.schoolId }, moment);
    const view: CheckOutView = {
      loan: toLoanView(loan, moment.on, found.shown),
      decision: toDecisionView(
        { ...decided.decision, outcome: 'allow' },
        loan.dueOn,
        decided.facts.policy,
        input.titleOf,
      ),
    };
    return {
      loan,
      borrower,
      copyVersion: found.copyVersion + 1,
      answer: new Answer(201, JSON.stringify(view), false),
    };
  }

  private lending(input: CheckOutRequest, made: MadeLoan, others: readonly Announcement[]): Lending {
    const { loan, borrower, copyVersion, answer } = made;
    const { caller, request } = input;
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

/** Whose copy lies ready, when nobody of the schools of the desk has the card that is shown. */
const guestOf = ({ look }: CheckOutRequest, { scanned, borrower }: GatheredForCheckOut): ReaderId | null =>
  borrower === null &&
  look.cardKeys !== null &&
  scanned.is === 'here' &&
  scanned.copy.lendingState === 'hold-shelf'
    ? scanned.copy.heldFor
    : null;

/**
 * Whether the loan ends a wait: of the reader, or of whoever the copy lay on the shelf for. What is read in the room ends none:
 * who waits for a title wants it at home.
 */
const hasWaits = (
  { facts }: DecidedCheckOut,
  borrowing: { readonly openHolds: number },
  found: GatheredForCheckOut,
): boolean => !facts.inRoom && (borrowing.openHolds > 0 || found.holdOfCopy !== null);

/** @throws Refused */
function allowed(decided: DecidedCheckOut): DecidedCheckOut {
  const { outcome, reasons } = decided.decision;
  if (outcome !== 'allow') throw new Refused('checkout.refused', reasons);
  return decided;
}
