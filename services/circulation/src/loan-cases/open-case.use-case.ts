import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { LoanCaseAsked } from './loan-cases.http.js';
import { LoanCasesRepository, ONE_OPEN_CASE, type LoanOfCase } from './loan-cases.repository.js';

/**
 * A lent copy is damaged: it stays with who has it until it is mended (P-04). Or its reader says that it is back, and somebody is to
 * look on the shelf.
 */
@Injectable()
export class OpenCase {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 without a loan or with the wrong words, 422 out of reach, 409 where it is not lent or a case is open */
  async execute(caller: Caller, input: LoanCaseAsked, request: DeskRequest | null): Promise<Answer> {
    if ((input.loanId === undefined) === (input.copyBarcode === undefined))
      throw invalid({ pointer: '/loanId', code: 'loan-or-barcode' });
    if ((input.kind === 'damage') !== (input.damage !== undefined))
      throw invalid({ pointer: '/damage', code: 'with-damage-only' });
    try {
      return await this.oncePerKey.run(request, 201, async (tx) => {
        const loan = await loanOf(tx, caller, input);
        if (loan.isClosed) throw conflict('loan-case.loan-closed');
        const id = newId();
        await tx.use(LoanCasesRepository).add(loan, {
          id,
          kind: input.kind,
          damage: input.damage ?? null,
          mendBy: input.mendBy ?? null,
          on: this.clock.today(),
          by: caller.id,
          note: input.note ?? null,
        });
        return tx.use(LoanCasesRepository).view(id);
      });
    } catch (error) {
      if (violatedUnique(error) === ONE_OPEN_CASE) throw conflict('loan-case.open-already');
      throw error;
    }
  }
}

/** @throws Problem 422 for a loan that is not there or out of reach */
async function loanOf(tx: Tx, caller: Caller, input: LoanCaseAsked): Promise<LoanOfCase> {
  const cases = tx.use(LoanCasesRepository);
  const loan =
    input.loanId !== undefined
      ? await cases.loan(input.loanId)
      : await cases.loanOfBarcode(caller.schoolFor(input.schoolId), normalBarcode(input.copyBarcode ?? ''));
  const pointer = input.loanId === undefined ? '/copyBarcode' : '/loanId';
  if (loan === null) throw unknownReference(pointer);
  const { reach } = caller;
  const isOfClass = loan.classId !== null && reach.classes.get(loan.classId) === loan.schoolId;
  if (!reachesSchool(reach, loan.schoolId) && !isOfClass) throw unknownReference(pointer);
  return loan;
}
