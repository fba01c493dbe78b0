import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { YearlyAccountsRepository } from './yearly-accounts.repository.js';

/** The library answers a remark; a better answer takes the place of the first. */
@Injectable()
export class AnswerRemark {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach */
  execute(caller: Caller, id: string, answer: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const accounts = tx.use(YearlyAccountsRepository);
      const remark = await accounts.lockedRemark(id);
      if (remark === null || !caller.mayWorkAt(remark.schoolId)) throw unknownThing();
      await accounts.answer(id, answer, this.clock.today(), caller.id);
      return accounts.remark(id);
    });
  }
}
