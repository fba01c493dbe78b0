import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { RuleSetsRepository } from './rule-sets.repository.js';

/** Rules hang in a room no more. */
@Injectable()
export class TakeDownRules {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach */
  execute(caller: Caller, postingId: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const sets = tx.use(RuleSetsRepository);
      const posting = await sets.lockedPosting(postingId);
      if (posting === null || !caller.mayWorkAt(posting.schoolId)) throw unknownThing();
      if (posting.removedOn === null) await sets.takeDown(postingId, this.clock.today());
      return sets.posting(postingId);
    });
  }
}
