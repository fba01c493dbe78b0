import { Injectable } from '@nestjs/common';
import type { LoanId } from '@shulian/contracts/ids';
import { withDueDay } from '@shulian/lending-rules/desk/borrower';
import { renewed } from '@shulian/lending-rules/desk/loan';
import { staysInRoom } from '@shulian/lending-rules/desk/reading-room';
import { renewalRefusals } from '@shulian/lending-rules/lending/renewal-refusals';
import { renewedDueDate } from '@shulian/lending-rules/policy/due-date';
import { policyOn } from '@shulian/lending-rules/policy/policy-on-day';
import {
  Answer,
  answerFrom,
  Refused,
  unknownReference,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { AnswerOnce } from '../desk/answer-once.step.js';
import { canAccessLoan } from '../desk/desk-rights.step.js';
import { LoanAtDeskFacts } from '../desk/loan-at-desk.facts.js';
import { LoanEffects } from '../desk/loan.effects.js';
import { toLoanView } from '../desk/loan.http.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { DeskLookUps } from './desk-look-ups.step.js';
import { loanRenewed } from '../desk/loan.events.js';
import type { RenewalAsked, RenewalView } from './loans.http.js';
import { OpenLoanOfCopy } from './open-loan-of-copy.step.js';

/** A loan gets a later due day, counted from today, under the rules it was made under. */
@Injectable()
export class RenewLoan {
  constructor(
    private readonly atDesk: AnswerOnce,
    private readonly lookUps: DeskLookUps,
    private readonly openLoans: OpenLoanOfCopy,
  ) {}

  /** @throws Refused 409 `renewal.refused`; Problem 422 for a loan the caller may not know of */
  async execute(caller: Caller, input: RenewalAsked, request: DeskRequest | null): Promise<Answer> {
    const loanId = await this.atDesk.rememberOutcome(request, () =>
      this.openLoans.of(caller, input, request, 'renewal.refused'),
    );
    return loanId instanceof Answer ? loanId : this.renew(caller, loanId, request);
  }

  private renew(caller: Caller, loanId: LoanId, request: DeskRequest | null): Promise<Answer> {
    const moment = this.lookUps.moment();
    return this.atDesk.run(request, async (tx) => {
      const found = await tx.use(LoanAtDeskFacts).gather(loanId, moment.on, request);
      if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
      const { loan, borrower } = found;
      if (loan === null || borrower === null || !canAccessLoan(caller, loan, found.atDesk?.classId ?? null))
        throw unknownReference('/loanId');
      const rules = await tx.use(SchoolRulesFacts).of(loan.lendingSchoolId, found.stamps);
      const dueOn = renewedDueDate(loan, moment.on, rules.calendar);
      const policy = policyOn(rules.versions, moment.on, {
        readerKind: loan.readerKind ?? 'class',
        grade: found.atDesk?.grade ?? loan.grade,
        classId: found.atDesk?.classId ?? null,
        copyKind: null,
      });
      const refusals = renewalRefusals({
        loan,
        staysInRoom: staysInRoom(found.copy),
        reader: found.atDesk ?? { standing: 'left', suspended: null },
        borrower,
        waiting: found.waiting,
        blockOnOverdue: policy.blockOnOverdue?.value ?? false,
        dueOn,
        today: moment.on,
      });
      if (refusals.length > 0) throw new Refused('renewal.refused', refusals);

      const later = renewed(loan, dueOn);
      const version = found.copy.version + 1;
      const view: RenewalView = { loan: toLoanView(later, moment.on, found.shown) };
      const body = JSON.stringify(view);
      await tx.use(LoanEffects).change({
        loan: later,
        copy: { ...found.copy, copyId: loan.copyId, version },
        borrower: withDueDay(borrower, loan.id, dueOn),
        announcements: [loanRenewed(later, loan.dueOn, moment.on, version)],
        answer: request === null ? null : { request, status: 200, body },
        by: caller.id,
      });
      return new Answer(200, body, false);
    });
  }
}
