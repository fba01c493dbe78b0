import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { RuleSetsRepository } from './rule-sets.repository.js';
import { versionOn } from './rules/rule-set.js';
import { lockedSet, refuseIfEnded } from './set-in-reach.step.js';

/** What holds is hung on the wall of a room, in place of an older version (制度上墙). */
@Injectable()
export class PostRules {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `rule-set.ended`, `rule-set.not-yet` */
  execute(caller: Caller, id: string, room: string, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 201, async (tx) => {
      refuseIfEnded(await lockedSet(tx, caller, id));
      const sets = tx.use(RuleSetsRepository);
      const version = versionOn(await sets.versions(id), today);
      if (version === null) throw conflict('rule-set.not-yet');
      const posting = { id: newId(), setId: id, number: version.number, room };
      await sets.post(posting, today, caller.id);
      return sets.posting(posting.id);
    });
  }
}
