import { Injectable } from '@nestjs/common';
import {
  conflict,
  OncePerKey,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { LoanCasesRepository, ONE_OPEN_CASE } from './loan-cases.repository.js';

/** The ending was a mistake. What became a loss is taken back by its compensation. */
@Injectable()
export class ReopenCase {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404 out of reach, 409 `loan-case.not-reopened`, `loan-case.open-already` */
  async execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    try {
      return await this.oncePerKey.run(request, 200, async (tx) => {
        const cases = tx.use(LoanCasesRepository);
        const found = await cases.locked(id);
        if (found === null || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
        if (found.state === 'open' || found.state === 'lost') throw conflict('loan-case.not-reopened');
        await cases.reopen(id);
        return cases.view(id);
      });
    } catch (error) {
      if (violatedUnique(error) === ONE_OPEN_CASE) throw conflict('loan-case.open-already');
      throw error;
    }
  }
}
