import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { LoseLoan } from '../losses/lose-loan.step.js';
import type { EndingAsked } from './loan-cases.http.js';
import { LoanCasesRepository } from './loan-cases.repository.js';
import { canEnd } from './rules/loan-case.js';

/** Somebody has inspected the mended copy, or it is a loss after all; or has looked on the shelf (CIR-061). */
@Injectable()
export class EndCase {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
    private readonly loans: LoseLoan,
  ) {}

  /**
   * @throws Problem 404 out of reach; 409 for one that is ended, an outcome that is none, or a copy that is found and still lent;
   * Refused 409 `loss.refused` where it cannot be lost
   */
  execute(caller: Caller, id: string, input: EndingAsked, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const cases = tx.use(LoanCasesRepository);
      const found = await cases.locked(id);
      if (found === null || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
      if (found.state !== 'open') throw conflict('loan-case.ended');
      if (!canEnd(found.kind, input.outcome)) throw conflict('loan-case.outcome');
      const note = input.note ?? null;
      if (input.outcome === 'lost')
        await this.loans.in(
          tx,
          caller,
          found.loanId,
          {
            ...(input.priceFen === undefined ? {} : { priceFen: input.priceFen }),
            ...(note === null ? {} : { note }),
          },
          null,
        );
      else if (input.outcome === 'found' && (await cases.loan(found.loanId))?.isClosed !== true)
        throw conflict('loan-case.still-lent');
      await cases.end(id, input.outcome, { on: this.clock.today(), by: caller.id, note });
      return cases.view(id);
    });
  }
}
