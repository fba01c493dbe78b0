import { Injectable } from '@nestjs/common';
import type { LoanId } from '@shulian/contracts/ids';
import { Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { AnswerOnce } from '../desk/answer-once.step.js';
import { OpenLoanOfCopy } from '../lending/open-loan-of-copy.step.js';
import type { LossAsked } from './compensations.http.js';
import { LoseLoan } from './lose-loan.step.js';

/** A lent copy does not come back: the loan ends, and the reader owes a compensation until it is settled (CIR-060). */
@Injectable()
export class DeclareCopyLost {
  constructor(
    private readonly atDesk: AnswerOnce,
    private readonly openLoans: OpenLoanOfCopy,
    private readonly loans: LoseLoan,
  ) {}

  /**
   * @throws Refused 409 `loss.refused`; Problem 422 for a loan the caller may not know of, 403 for one of another
   * school's desk that the caller may only see
   */
  async execute(caller: Caller, input: LossAsked, request: DeskRequest | null): Promise<Answer> {
    const loanId = await this.atDesk.rememberOutcome(request, () =>
      this.openLoans.of(caller, input, request, 'loss.refused'),
    );
    return loanId instanceof Answer ? loanId : this.declare(caller, loanId, input, request);
  }

  private declare(
    caller: Caller,
    loanId: LoanId,
    input: LossAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.atDesk.run(request, (tx) => this.loans.in(tx, caller, loanId, input, request));
  }
}
