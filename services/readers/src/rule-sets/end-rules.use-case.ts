import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { RuleSetsRepository } from './rule-sets.repository.js';
import { lockedSet } from './set-in-reach.step.js';

/** A set of rules holds no more, or does, after all. */
@Injectable()
export class EndRules {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach */
  execute(caller: Caller, id: string, ended: boolean, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const set = await lockedSet(tx, caller, id);
      const sets = tx.use(RuleSetsRepository);
      if (ended !== (set.endedOn !== null)) await sets.end(id, ended ? today : null);
      return sets.view(id, today);
    });
  }
}
