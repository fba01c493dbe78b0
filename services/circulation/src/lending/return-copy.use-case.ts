import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { Announcement } from '@shulian/contracts/envelope';
import type { HoldId, SchoolId } from '@shulian/contracts/ids';
import type { Moment } from '@shulian/lending-rules/calendar/day';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import { withoutLoan } from '@shulian/lending-rules/desk/borrower';
import { daysLate, type Loan } from '@shulian/lending-rules/desk/loan';
import { takenBack, type TakenBack } from '@shulian/lending-rules/lending/taken-back';
import {
  Answer,
  answerFrom,
  EventWriter,
  Refused,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { AnswerOnce } from '../desk/answer-once.step.js';
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import { copyReleased } from '../desk/copy.events.js';
import { canAccessLoan } from '../desk/desk-rights.step.js';
import { LoanEffects } from '../desk/loan.effects.js';
import { toLoanView } from '../desk/loan.http.js';
import { mayServeAt, mayTakeIn, placeOfCopy } from '../transfers/foreign-copies.step.js';
import { noteArrival, waitsHere } from '../transfers/note-arrival.step.js';
import { SchoolRulesFacts, type RuleStamps, type SchoolRules } from '../policies/school-rules.facts.js';
import { DeskLookUps } from './desk-look-ups.step.js';
import { loanReturned } from '../desk/loan.events.js';
import type { ReturnAsked, ReturnView } from './loans.http.js';
import { OptimisticReturns } from './optimistic-returns.step.js';
import { concernsOtherSchool, deny, meant, stayed } from './returned-copy.step.js';
import { ReturnFactsReader, type ReturnLookUp, type SeenCopy } from './return.facts.js';

/** A return on its way over the desk. */
type ReturnRequest = ReturnLookUp & { readonly caller: Caller; readonly moment: Moment };

/** A copy taken back, and what the desk will be told. */
type Made = {
  readonly taken: TakenBack;
  readonly announcements: readonly Announcement[];
  readonly answer: Answer;
};

const NOT_HERE_YET = Symbol('the copy may be on the way');
const NEEDS_LOCKS = Symbol('somebody waits for the title, or something changed meanwhile');

/**
 * A copy comes back, or is only scanned to see where it belongs. Most touch copy and borrower and nothing else: they are
 * taken back optimistically, in two trips that all share who have copies in hand at that moment. Where somebody waits for
 * the title, or the copy lies on the hold shelf, it is done behind locks.
 */
@Injectable()
export class ReturnCopy {
  constructor(
    private readonly optimistic: OptimisticReturns,
    private readonly atDesk: AnswerOnce,
    private readonly lookUps: DeskLookUps,
    private readonly events: EventWriter,
    private readonly claims: ClaimsOnCopies,
  ) {}

  /** @throws Refused 409 `return.refused` for a barcode nobody knows, several schools use, or that is of another school */
  async execute(caller: Caller, body: ReturnAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(body.schoolId);
    const barcode = normalBarcode(body.copyBarcode);
    const input = { caller, schoolId, barcode, request, moment: this.lookUps.moment() };
    const first = await this.atDesk.rememberOutcome(request, () => this.optimistically(input, true));
    if (first instanceof Answer) return first;
    if (first === NEEDS_LOCKS) return this.withLocks(input);
    await this.lookUps.arrivalOfCopy(barcode);
    const second = await this.atDesk.rememberOutcome(request, () => this.optimistically(input, false));
    return second instanceof Answer ? second : this.withLocks(input);
  }

  /** @param mayWait for what is not known yet; else it is refused */
  private async optimistically(
    input: ReturnRequest,
    mayWait: boolean,
  ): Promise<Answer | typeof NOT_HERE_YET | typeof NEEDS_LOCKS> {
    const { request, schoolId, moment } = input;
    const seen = await this.optimistic.see(input);
    if (seen === null) return NEEDS_LOCKS;
    if (seen.earlier !== null && request !== null) return answerFrom(seen.earlier, request);
    if (mayWait && seen.copies.length === 0) return NOT_HERE_YET;
    const copy = meant(input, seen);
    // Who waits for something is looked at when it comes back; only a return with locks notes that.
    if (copy.waiting > 0 || copy.state === 'hold-shelf' || copy.openHolds > 0) return NEEDS_LOCKS;
    if (concernsOtherSchool(copy, schoolId)) return NEEDS_LOCKS;
    const taken = takenBack(copy, schoolId, false, moment);
    const late = await daysLateOf(taken.loan, input, seen.stamps, (of, stamps) =>
      this.optimistic.rulesOf(of, stamps),
    );
    const { answer, announcements } = made(input, copy, taken, late, null, []);
    const done = await this.optimistic.takeBack({
      ...taken,
      copyId: copy.copyId,
      titleId: copy.titleId,
      versionBefore: copy.version,
      by: input.caller.id,
      events: this.events.columns(announcements),
      answer: request === null ? null : { request, status: answer.status, body: answer.body },
    });
    return done ? answer : NEEDS_LOCKS;
  }

  private async withLocks(input: ReturnRequest): Promise<Answer> {
    let freed = false;
    const answer = await this.atDesk.run(input.request, async (tx) => {
      const done = await this.locked(tx, input);
      freed = done.freed;
      return done.answer;
    });
    if (freed) this.claims.afterCommit();
    return answer;
  }

  private async locked(
    tx: Tx,
    input: ReturnRequest,
  ): Promise<{ readonly answer: Answer; readonly freed: boolean }> {
    const { request, schoolId, moment } = input;
    const facts = tx.use(ReturnFactsReader);
    const [seen] = await facts.seen([input]);
    if (seen === undefined) throw new Error('the statement has a row for each return');
    if (seen.earlier !== null && request !== null)
      return { answer: answerFrom(seen.earlier, request), freed: false };
    const copy = meant(input, seen);
    const isDesk = reachesSchool(input.caller.reach, schoolId);
    if (!copy.visible && !(isDesk && (await mayTakeIn(tx, copy, schoolId))))
      throw new Refused('return.refused', [deny('copy.of-another-school')]);
    const found = await facts.locked(copy.copyId);
    if (found.copy === null || found.copy.version !== copy.version) throw new SeenIsOld();
    const staysHere = copy.state === 'in-transit' && (await waitsHere(tx, copy.copyId, schoolId));
    const isWanted =
      found.waiting > 0 && copy.state !== 'hold-shelf' && copy.stockState === 'lendable' && !staysHere;
    if (isWanted && !found.queueIsOwn) throw new SeenIsOld();
    const mayServe = isWanted && (await mayServeAt(tx, copy, schoolId, moment.on));
    const rules = tx.use(SchoolRulesFacts);
    const served = mayServe
      ? await this.claims.serveNext(
          tx,
          { ...copy, schoolId },
          moment.on,
          await rules.of(schoolId, seen.stamps),
        )
      : null;
    const taken = staysHere
      ? stayed(copy)
      : takenBack({ ...copy, loan: found.loan }, schoolId, served !== null, moment);
    const hold = copy.state === 'hold-shelf' ? found.copy.hold : (served?.hold ?? null);
    // It lay ready at another school, and is not there any more.
    const isAstray = copy.state === 'hold-shelf' && (await placeOfCopy(tx, copy)) !== schoolId;
    const concernsOthers =
      !staysHere && (isAstray || concernsOtherSchool({ ...copy, loan: found.loan }, schoolId));
    const done = { on: moment.on, by: input.caller.id };
    const arrived = concernsOthers
      ? await noteArrival(tx, copy, schoolId, taken.next, hold?.id ?? null, done)
      : [];
    const late = await daysLateOf(taken.loan, input, seen.stamps, (of, stamps) => rules.of(of, stamps));
    const others = [...(served?.announcements ?? []), ...arrived];
    const { answer, announcements } = made(input, copy, taken, late, hold, others);
    await tx.use(LoanEffects).change({
      loan: taken.loan,
      copy: { copyId: copy.copyId, version: taken.version, state: taken.state, loanId: null, hold },
      borrower:
        taken.loan === null || found.borrower === null ? null : withoutLoan(found.borrower, taken.loan.id),
      announcements,
      answer: request === null ? null : { request, status: answer.status, body: answer.body },
      by: input.caller.id,
    });
    // Who was at the limit, or overdue, may be served now.
    const freed = taken.loan?.borrower.kind === 'reader' && (found.borrower?.openHolds ?? 0) > 0;
    if (freed && taken.loan.borrower.kind === 'reader')
      await this.claims.whenFreed(tx, taken.loan.borrower.id);
    if (isAstray) await this.claims.lookAgainAtCopy(tx, copy);
    return { answer, freed: freed || mayServe || isAstray };
  }
}

/**
 * Between the look and the locks the copy moved, or somebody joined the queue; the lock that is held may be shared, and
 * must not be raised. The next look sees it; the code is that of a serialization failure.
 */
class SeenIsOld extends Error {
  readonly code = '40001';
}

function made(
  { caller, moment: { on } }: ReturnRequest,
  copy: SeenCopy,
  taken: TakenBack,
  late: number,
  hold: { readonly id: HoldId } | null,
  others: readonly Announcement[],
): Made {
  const { loan, next, version } = taken;
  // Who had it is the business of the schools that lent it and of its reader alone.
  const isTold = loan !== null && canAccessLoan(caller, loan, copy.classId);
  const view: ReturnView = {
    loan: isTold ? toLoanView(loan, on, copy.shown) : null,
    ...(loan === null || isTold ? {} : { loanOfAnotherSchool: true as const }),
    ...copy.shown,
    next,
    ...(hold === null ? {} : { holdId: hold.id }),
  };
  return {
    taken,
    announcements: [
      ...(loan === null ? [] : [loanReturned(loan, next, late, version)]),
      ...(taken.released ? [copyReleased(copy, next, version)] : []),
      ...others,
    ],
    answer: new Answer(200, JSON.stringify(view), false),
  };
}

/** By the calendar of the school that lent it, without days on which this one was shut; asked for only when the due day has passed. */
async function daysLateOf(
  loan: Loan | null,
  { moment, schoolId }: ReturnRequest,
  stamps: RuleStamps,
  rulesOf: (schoolId: SchoolId, stamps?: RuleStamps) => Promise<SchoolRules>,
): Promise<number> {
  if (loan === null || moment.on <= loan.dueOn) return 0;
  const here = await rulesOf(schoolId, stamps);
  const lender = loan.lendingSchoolId === schoolId ? here : await rulesOf(loan.lendingSchoolId);
  return daysLate(loan.dueOn, moment.on, lender.calendar, here.calendar);
}
