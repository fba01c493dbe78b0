import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CompensationId, LoanId, SchoolClassId } from '@shulian/contracts/ids';
import { withLoss } from '@shulian/lending-rules/desk/borrower';
import { closed, type Loan } from '@shulian/lending-rules/desk/loan';
import {
  Answer,
  answerFrom,
  Clock,
  denied,
  newId,
  Refused,
  unknownReference,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { CatalogueFacts } from '../desk/catalogue.facts.js';
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import { canAccessLoan } from '../desk/desk-rights.step.js';
import { LoanAtDeskFacts } from '../desk/loan-at-desk.facts.js';
import { LoanEffects } from '../desk/loan.effects.js';
import { toLoanView } from '../desk/loan.http.js';
import { toCompensationView, type LossAsked, type LossView } from './compensations.http.js';
import { CompensationsRepository } from './compensations.repository.js';
import { compensationNotice, compensationOwed, copyLost } from './losses.events.js';
import { lossRefusals, owedFor, priceOwed } from './rules/compensation.js';

/** A lent copy does not come back, or is not worth mending: inside the caller's transaction the loan ends, and the borrower owes (CIR-060, CIR-061). */
@Injectable()
export class LoseLoan {
  constructor(
    private readonly clock: Clock,
    private readonly claims: ClaimsOnCopies,
  ) {}

  /**
   * @param request whose answer is kept with the effects; null: the caller keeps it
   * @throws Refused 409 `loss.refused`; Problem 422 for a loan the caller may not know of, 403 for one of another
   * school's desk that the caller may only see
   */
  async in(
    tx: Tx,
    caller: Caller,
    loanId: LoanId,
    input: Pick<LossAsked, 'priceFen' | 'note'>,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const moment = { at: this.clock.instant(), on: this.clock.today() };
    const found = await tx.use(LoanAtDeskFacts).gather(loanId, moment.on, request);
    if (found.earlier !== null && request !== null) return answerFrom(found.earlier, request);
    const { loan, borrower } = found;
    if (loan === null || borrower === null || !canAccessLoan(caller, loan, found.atDesk?.classId ?? null))
      throw unknownReference('/loanId');
    if (!isOfDesk(caller, loan, found.atDesk?.classId ?? null)) throw denied();
    const refusals = lossRefusals(loan);
    if (refusals.length > 0) throw new Refused('loss.refused', refusals);
    const knownFen = await tx.use(CatalogueFacts).priceOf(loan.copyId);
    const price = priceOwed(knownFen, input.priceFen ?? null);
    if ('refusals' in price) throw new Refused('loss.refused', price.refusals);

    const lost = closed(loan, 'lost', moment, loan.lendingSchoolId);
    const compensation = owedFor(lost, newId<CompensationId>(), moment.on, price.owedFen, input.note ?? null);
    const version = found.copy.version + 1;
    const view: LossView = {
      loan: toLoanView(lost, moment.on, found.shown),
      compensation: toCompensationView(compensation, { ...found.shown, priceFen: knownFen }),
    };
    const body = JSON.stringify(view);
    await tx.use(LoanEffects).change({
      loan: lost,
      copy: { copyId: loan.copyId, version, state: 'lost', loanId: null, hold: null },
      borrower: withLoss(borrower, loan.id),
      announcements: [copyLost(lost, version), compensationOwed(compensation)],
      answer: request === null ? null : { request, status: 201, body },
      by: caller.id,
    });
    await tx.outbox.append(compensationNotice(compensation, moment.on));
    await tx.use(CompensationsRepository).add(compensation, caller.id);
    await this.claims.whenLost(tx, loan.copyId, moment.on);
    return new Answer(201, body, false);
  }
}

/** The school that lent it, or who teaches the class there. @param classId of the borrower today */
const isOfDesk = ({ reach }: Caller, loan: Loan, classId: SchoolClassId | null): boolean =>
  reachesSchool(reach, loan.lendingSchoolId) ||
  (classId !== null && reach.classes.get(classId) === loan.lendingSchoolId);
