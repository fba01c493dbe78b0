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

/** A remark that names a person or insults is not shown to others; or is, after all. The head of the school decides. */
@Injectable()
export class HideRemark {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach */
  execute(caller: Caller, id: string, hidden: boolean, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const accounts = tx.use(YearlyAccountsRepository);
      const remark = await accounts.lockedRemark(id);
      if (remark === null || !caller.mayWorkAt(remark.schoolId)) throw unknownThing();
      if (hidden !== (remark.hiddenOn !== null)) await accounts.hide(id, hidden ? this.clock.today() : null);
      return accounts.remark(id);
    });
  }
}
