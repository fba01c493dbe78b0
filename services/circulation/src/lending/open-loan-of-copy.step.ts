import { Injectable } from '@nestjs/common';
import type { LoanId } from '@shulian/contracts/ids';
import type { ProblemCode } from '@shulian/contracts/problems';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import type { Reason } from '@shulian/lending-rules/desk/reason';
import { whichCopy } from '@shulian/lending-rules/lending/which-copy';
import { answerFrom, Refused, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { OptimisticReturns } from './optimistic-returns.step.js';
import { candidatesFor } from './return-candidates.step.js';

/** A loan as a desk names it: by its id, or by the book in hand. */
export type LoanNamed = {
  readonly loanId?: string;
  readonly copyBarcode?: string;
  readonly schoolId?: string;
};

/** Finds the open loan of the copy that a barcode means. */
@Injectable()
export class OpenLoanOfCopy {
  constructor(private readonly copies: OptimisticReturns) {}

  /**
   * @param refusal the code of the command
   * @returns an answer when the request had one already: after a loss the copy is on loan no more
   * @throws Refused when nobody has the barcode, or its copy is not on loan
   */
  async of(
    caller: Caller,
    named: LoanNamed,
    request: DeskRequest | null,
    refusal: ProblemCode,
  ): Promise<LoanId | Answer> {
    if (named.loanId !== undefined) return named.loanId.toLowerCase() as LoanId;
    const schoolId = caller.schoolFor(named.schoolId);
    const seen = await this.copies.see({
      schoolId,
      barcode: normalBarcode(named.copyBarcode ?? ''),
      request,
    });
    if (seen === null) throw new Error('the copies of a barcode could not be read');
    if (seen.earlier !== null && request !== null) return answerFrom(seen.earlier, request);
    const found = whichCopy(candidatesFor(caller, schoolId, seen.copies).filter(({ visible }) => visible));
    if (found === null) throw new Refused(refusal, [deny('copy.unknown')]);
    if (found.copy.loan === null) throw new Refused(refusal, [deny('copy.not-on-loan')]);
    if (found.alike > 0) throw new Refused(refusal, [deny('copy.barcode-ambiguous')]);
    return found.copy.loan.id;
  }
}

const deny = (code: ProblemCode): Reason => ({ code, severity: 'deny', overridable: false });
