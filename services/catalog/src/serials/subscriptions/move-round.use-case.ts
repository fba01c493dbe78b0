import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { expectIssues } from '../issues-of-serials.step.js';
import { roundAfter, roundRefusals, type RoundAction } from '../rules/subscription.js';
import { subscriptionApproved, subscriptionReopened } from './subscription.events.js';
import { SubscriptionsRepository } from './subscriptions.repository.js';

/** A round goes from hand to hand: submitted, approved or refused, taken back; the trail keeps all of it. Approved, its issues are waited for. */
@Injectable()
export class MoveRound {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a round of another school, 409 `subscription.state-refused`; Refused 409 `subscription.refused` */
  execute(
    caller: Caller,
    id: string,
    action: RoundAction,
    remark: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const rounds = tx.use(SubscriptionsRepository);
      const round = await rounds.locked(id);
      if (round === null || !caller.mayWorkAt(round.schoolId)) throw unknownThing();
      const today = this.clock.today();
      const next = roundAfter(round, action, today);
      if (next === null) throw conflict('subscription.state-refused');
      const refusals = roundRefusals(await rounds.factsOf(id), action, caller.id);
      if (refusals.length > 0) throw new Refused('subscription.refused', refusals);
      await rounds.change(next);
      await rounds.addStep(next, action, { on: today, by: caller.id, remark });
      if (action === 'approve') {
        await expectIssues(tx, await rounds.accepted(id), round.year);
        await tx.outbox.append(subscriptionApproved(next, today, await rounds.countsOf(id)));
      } else if (round.status === 'approved') await tx.outbox.append(subscriptionReopened(next));
      return rounds.view(id);
    });
  }
}
