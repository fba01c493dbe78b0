import { Injectable } from '@nestjs/common';
import { reachesReader, reachesSchool } from '@shulian/contracts/access';
import { Answer, answerFrom, denied, Refused, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { shelveForNextHold } from '../holds/shelve-for-next-hold.use-case.js';
import { AnswerOnce } from './answer-once.use-case.js';
import { barcodeAs, DeskLookUps } from './look-up-at-desk.use-case.js';
import { copyReleased, loanReturned } from './loan.events.js';
import { toLoanView, type ReturnAsked, type ReturnView } from './loans.http.js';
import type { GatheredForReturn } from './return.facts.js';
import { withoutLoan } from './rules/borrower.js';
import type { Moment } from './rules/check-out.js';
import { closed } from './rules/loan.js';
import { nextPlaceFor } from './rules/next-place.js';
import type { Reason } from './rules/reason.js';

/** A copy comes back, or is only scanned to see where it belongs. */
@Injectable()
export class ReturnCopy {
  constructor(
    private readonly atDesk: AnswerOnce,
    private readonly lookUps: DeskLookUps,
  ) {}

  /** @throws Refused 409 `return.refused` for a barcode nobody knows, several schools use, or that is of another school */
  async execute(caller: Caller, asked: ReturnAsked, request: DeskRequest | null): Promise<Answer> {
    const first = await this.attempt(caller, asked, request, true);
    if (first !== null) return first;
    await this.lookUps.arrivalOfCopy(barcodeAs(asked.copyBarcode));
    const second = await this.attempt(caller, asked, request, false);
    if (second === null) throw new Error('the second look does not wait');
    return second;
  }

  private attempt(
    caller: Caller,
    asked: ReturnAsked,
    request: DeskRequest | null,
    mayWait: boolean,
  ): Promise<Answer | null> {
    const schoolId = caller.schoolFor(asked.schoolId);
    const schools = caller.reach.county ? null : [...caller.reach.schools, ...caller.reach.classes.values()];
    const look = { schoolId, barcode: barcodeAs(asked.copyBarcode), schools };
    const moment = this.lookUps.moment();
    return this.atDesk.run(request, async (store) => {
      const found = await store.returns.gather(look, request);
      if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
      if (found.copy === null) {
        if (mayWait) return null;
        throw new Refused('return.refused', [no('copy.unknown')]);
      }
      if (!found.copy.visible) throw new Refused('return.refused', [no('copy.of-another-school')]);
      if (found.alike > 0 && found.copy.schoolId !== schoolId)
        throw new Refused('return.refused', [no('copy.barcode-ambiguous')]);
      refuseForeignClass(caller, found);
      return this.takeBack(store, found, found.copy, schoolId, moment, request);
    });
  }

  private async takeBack(
    store: CirculationStore,
    found: GatheredForReturn,
    copy: NonNullable<GatheredForReturn['copy']>,
    schoolId: ReturnType<Caller['schoolFor']>,
    moment: Moment,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const rest =
      copy.state === 'hold-shelf'
        ? { next: 'hold' as const, state: copy.state, hold: copy.hold, announcements: [] }
        : await this.placeFor(store, found, copy, schoolId, moment);
    const loan =
      found.loan === null ? null : closed(found.loan, 'returned', { at: moment.at, on: moment.on }, schoolId);
    // Back from another school, sent there, put aside or found again: no loan tells the catalogue (decisions 2 and 6).
    const released = loan === null && rest.state !== copy.state;
    const version = copy.version + (loan !== null || released ? 1 : 0);
    const view: ReturnView = {
      loan: loan === null ? null : toLoanView(loan, moment.on),
      next: rest.next,
      ...(rest.hold === null ? {} : { holdId: rest.hold.id }),
    };
    const body = JSON.stringify(view);
    await store.loanEffects.change({
      loan,
      copy: { copyId: copy.copyId, version, state: rest.state, loanId: null, hold: rest.hold },
      borrower: loan === null || found.borrower === null ? null : withoutLoan(found.borrower, loan.id),
      announcements: [
        ...(loan === null ? [] : [loanReturned(loan, rest.next, version)]),
        ...(released ? [copyReleased(copy, rest.next, version)] : []),
        ...rest.announcements,
      ],
      answer: request === null ? null : { request, status: 200, body },
    });
    return new Answer(200, body, false);
  }

  private async placeFor(
    store: CirculationStore,
    found: GatheredForReturn,
    copy: NonNullable<GatheredForReturn['copy']>,
    schoolId: ReturnType<Caller['schoolFor']>,
    moment: Moment,
  ) {
    const couldBeHeld = found.waiting > 0 && copy.schoolId === schoolId && copy.stockState === 'lendable';
    if (couldBeHeld && !found.queueIsOwn) throw new QueueMoved();
    const queue = couldBeHeld ? await store.holds.lockQueue(copy.titleId) : null;
    const shelved =
      queue === null
        ? null
        : await shelveForNextHold(store, queue, copy, moment.on, await store.rulesOf(schoolId, found.stamps));
    if (queue !== null && shelved !== null) await store.holds.saveQueue(queue);
    return {
      ...nextPlaceFor({
        stockState: copy.stockState,
        owningSchoolId: copy.schoolId,
        atSchoolId: schoolId,
        awaited: shelved !== null,
      }),
      hold: shelved?.hold ?? null,
      announcements: shelved?.announcements ?? [],
    };
  }
}

/**
 * Somebody joined the queue between the look and its lock, which is shared: another return may share it, and if both
 * raised theirs they would wait for each other. The next look sees who waits; the code is that of a serialization failure.
 */
class QueueMoved extends Error {
  readonly code = '40001';
}

/** Who works for one class takes back its loans only. */
function refuseForeignClass(caller: Caller, { loan, classId }: GatheredForReturn): void {
  if (loan === null || reachesSchool(caller.reach, loan.lendingSchoolId)) return;
  const { readerId, readerSchoolId: schoolId } = loan;
  if (!reachesReader(caller.reach, { readerId, schoolId, classId })) throw denied();
}

const no = (code: string): Reason => ({ code, severity: 'deny', overridable: false });
