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
import { RuleSetsRepository } from './rule-sets.repository.js';
import { mayBeWithdrawn } from './rules/rule-set.js';
import { lockedSet } from './set-in-reach.step.js';

/** The newest version is taken back before it holds. */
@Injectable()
export class WithdrawVersion {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `rule-set.version-stays` */
  execute(caller: Caller, id: string, number: number, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      await lockedSet(tx, caller, id);
      const sets = tx.use(RuleSetsRepository);
      const versions = await sets.versions(id);
      if (!versions.some((version) => version.number === number)) throw unknownThing();
      if (!mayBeWithdrawn(versions, number, today)) throw conflict('rule-set.version-stays');
      await sets.withdraw(id, number);
      return sets.view(id, today);
    });
  }
}
