import { Injectable } from '@nestjs/common';
import type { CalendarDay, HoldId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import { HoldMoved } from './end-hold.step.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { holdResumed, holdSuspended } from './hold.events.js';
import { toHoldView, type HoldView } from './holds.http.js';
import { HoldsQuery } from './holds.query.js';
import { HoldsRepository } from './holds.repository.js';
import { ReviewHolds } from './review-holds.worker.js';
import type { Hold } from './rules/hold.js';

/** A reader does not want the copy for a while, or wants it again; the place in the queue stays. Done again it changes nothing. */
@Injectable()
export class SuspendHold {
  constructor(
    private readonly once: OncePerKey,
    private readonly holds: HoldsQuery,
    private readonly clock: Clock,
    private readonly reviews: ReviewHolds,
  ) {}

  /**
   * @param suspension null: it is resumed
   * @throws Problem 404 for a hold the caller may not know of, 400 for a day that is not later; Refused 409 `hold.not-waiting`,
   * `hold.closed`
   */
  async execute(
    caller: Caller,
    id: HoldId,
    suspension: { readonly untilOn: string | null } | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { title, copyBarcode, callNumber } = await this.holds.one(caller, id);
    const today = this.clock.today();
    const untilOn = (suspension?.untilOn ?? null) as CalendarDay | null;
    if (untilOn !== null && untilOn <= today) throw invalid({ pointer: '/untilOn', code: 'not-later' });
    const answer = await this.once.run(request, 200, async (tx): Promise<HoldView> => {
      const seen = await tx.use(HoldsRepository).byId(id);
      if (seen === null) throw unknownThing();
      const queue = queueOf(await lockInOrder(tx, { queues: [seen.titleId] }), seen.titleId);
      const hold = await tx.use(HoldsRepository).byId(id);
      if (hold === null) throw unknownThing();
      if (hold.titleId !== seen.titleId) throw new HoldMoved();
      refuseUnlessWaiting(hold);
      const now: Hold = { ...hold, suspended: suspension === null ? null : { untilOn } };
      if (JSON.stringify(now.suspended) !== JSON.stringify(hold.suspended)) {
        await tx.use(HoldsRepository).suspend(id, suspension === null ? null : today, untilOn);
        queue.version += 1;
        await tx.use(QueuesRepository).save(queue);
        await tx.use(HoldReviewsRepository).ofTitle(hold.titleId);
        await tx.outbox.append(
          suspension === null ? holdResumed(now, queue.version) : holdSuspended(now, untilOn, queue.version),
        );
      }
      const position = await tx.use(HoldsRepository).placeOf(now);
      return toHoldView(now, position, { title, copyBarcode, callNumber });
    });
    this.reviews.poke();
    return answer;
  }
}

/** @throws Refused */
function refuseUnlessWaiting({ state }: Hold): void {
  if (state.is === 'waiting') return;
  const code = state.is === 'ready' ? ('hold.not-waiting' as const) : ('hold.closed' as const);
  throw new Refused('hold.refused', [
    { code, severity: 'deny', overridable: false, facts: { status: state.is } },
  ]);
}
