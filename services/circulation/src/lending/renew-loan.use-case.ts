import { Injectable } from '@nestjs/common';
import { reachesReader, reachesSchool } from '@shulian/contracts/access';
import type { LoanId } from '@shulian/contracts/ids';
import {
  Answer,
  answerFrom,
  Refused,
  unknownReference,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { AnswerOnce } from './answer-once.use-case.js';
import { DeskLookUps } from './look-up-at-desk.use-case.js';
import { loanRenewed } from './loan.events.js';
import { toLoanView, type RenewalAsked, type RenewalView } from './loans.http.js';
import type { GatheredForRenewal } from './renewal.facts.js';
import { withDueDay } from './rules/borrower.js';
import { policyOn } from './rules/check-out.js';
import { dueDateFor } from './rules/due-date.js';
import { renewed, type Loan } from './rules/loan.js';
import { renewalRefusals } from './rules/renewal-refusals.js';

/** A loan gets a later due day, counted from today, under the rules it was made under. */
@Injectable()
export class RenewLoan {
  constructor(
    private readonly atDesk: AnswerOnce,
    private readonly lookUps: DeskLookUps,
  ) {}

  /** @throws Refused 409 `renewal.refused`; Problem 422 for a loan the caller may not know of */
  execute(caller: Caller, asked: RenewalAsked, request: DeskRequest | null): Promise<Answer> {
    const moment = this.lookUps.moment();
    const loanId = asked.loanId.toLowerCase() as LoanId;
    return this.atDesk.run(request, async (store) => {
      const found = await store.renewals.gather(loanId, moment.on, request);
      if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
      const { loan, borrower } = found;
      if (loan === null || borrower === null || !mayTouch(caller, loan, found))
        throw unknownReference('/loanId');
      const rules = await store.rulesOf(loan.lendingSchoolId, found.stamps);
      const { dueOn } = dueDateFor(loan.terms, moment.on, rules.calendar);
      const policy = policyOn(rules.versions, moment.on, {
        readerKind: loan.readerKind,
        grade: found.reader?.grade ?? loan.grade,
        classId: found.reader?.classId ?? null,
        copyKind: null,
      });
      const refusals = renewalRefusals({
        loan,
        reader: found.reader ?? { standing: 'left', suspended: null },
        borrower,
        waiting: found.waiting,
        blockOnOverdue: policy.blockOnOverdue?.value ?? false,
        dueOn,
        today: moment.on,
      });
      if (refusals.length > 0) throw new Refused('renewal.refused', refusals);

      const later = renewed(loan, dueOn);
      const version = found.copy.version + 1;
      const view: RenewalView = { loan: toLoanView(later, moment.on) };
      const body = JSON.stringify(view);
      await store.loanEffects.change({
        loan: later,
        copy: { ...found.copy, copyId: loan.copyId, version },
        borrower: withDueDay(borrower, loan.id, dueOn),
        announcements: [loanRenewed(later, loan.dueOn, moment.on, version)],
        answer: request === null ? null : { request, status: 200, body },
      });
      return new Answer(200, body, false);
    });
  }
}

/** Seen by the lending school and by whoever may see the reader. */
export const mayTouch = (caller: Caller, loan: Loan, { reader }: GatheredForRenewal): boolean =>
  reachesSchool(caller.reach, loan.lendingSchoolId) ||
  reachesReader(caller.reach, {
    readerId: loan.readerId,
    schoolId: loan.readerSchoolId,
    classId: reader?.classId ?? null,
  });
