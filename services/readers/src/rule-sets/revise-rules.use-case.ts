import { Injectable } from '@nestjs/common';
import { Clock, invalid, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { VersionAsked } from './rule-sets.http.js';
import { RuleSetsRepository } from './rule-sets.repository.js';
import { lockedSet, refuseIfEnded } from './set-in-reach.step.js';

/** A new version of a set, from a day on; what held before stays to be read. */
@Injectable()
export class ReviseRules {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 400 for a day that is gone, 409 `rule-set.ended` */
  execute(caller: Caller, id: string, input: VersionAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    const holdsFrom = (input.holdsFrom ?? today) as CalendarDay;
    if (holdsFrom < today) throw invalid({ pointer: '/holdsFrom', code: 'in-the-past' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      refuseIfEnded(await lockedSet(tx, caller, id));
      const sets = tx.use(RuleSetsRepository);
      const number = ((await sets.versions(id)).at(-1)?.number ?? 0) + 1;
      await sets.write(id, { number, text: input.text, holdsFrom }, today, caller.id);
      return sets.view(id, today);
    });
  }
}
