import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { CashBookRepository } from './cash-book.repository.js';
import type { CashPeriodAsked, CashPeriodView } from './cash-book.http.js';
import { EnterCash } from './enter-cash.step.js';

/** The lines since the last period are added up and compared with what was counted (CIR-062). */
@Injectable()
export class CloseCashPeriod {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `cash.nothing-to-close`; `cash.count-differs` where it does and no note says why */
  execute(caller: Caller, input: CashPeriodAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 201, async (tx): Promise<CashPeriodView> => {
      const account = await tx.use(EnterCash).account(schoolId);
      if (account.lastNumber === account.closedNumber) throw conflict('cash.nothing-to-close');
      const { inFen, outFen } = await tx.use(CashBookRepository).sums(schoolId, account);
      const note = input.note ?? null;
      if (input.countedFen !== account.balanceFen && note === null) throw conflict('cash.count-differs');
      const period: CashPeriodView = {
        schoolId,
        number: account.lastPeriod + 1,
        firstLine: account.closedNumber + 1,
        lastLine: account.lastNumber,
        openingFen: account.balanceFen - inFen + outFen,
        inFen,
        outFen,
        closingFen: account.balanceFen,
        countedFen: input.countedFen,
        closedOn: this.clock.today(),
        closedBy: caller.id,
        note,
      };
      await tx.use(CashBookRepository).close(period);
      return period;
    });
  }
}
