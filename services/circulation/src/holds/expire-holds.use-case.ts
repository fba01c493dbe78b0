import { Injectable } from '@nestjs/common';
import type { CalendarDay, HoldId, TitleId } from '@shulian/contracts/ids';
import { Clock, Transaction } from '@shulian/service-kit';
import { endHold } from './end-hold.step.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { HoldSweepRepository } from './hold-sweep.repository.js';
import { ReviewHolds } from './review-holds.worker.js';
import { isExpired } from './rules/hold-shelf.js';

/** Looked for in one statement. */
const SLICE = 100;

export type HoldsSwept = { readonly expired: number; readonly reviewed: number };

/**
 * What nobody picked up goes on: to the next in the queue, or back to the shelf. Then everything is looked for that the
 * events should have done, and did not; readers who may borrow again since today are among it. In slices, until nothing is
 * left; each hold is a transaction of its own, so two at once do no harm.
 */
@Injectable()
export class ExpireHolds {
  constructor(
    private readonly transaction: Transaction,
    private readonly reviews: ReviewHolds,
    private readonly clock: Clock,
  ) {}

  /** @param signal stops it between two slices */
  async execute(today: CalendarDay = this.clock.today(), signal?: AbortSignal): Promise<HoldsSwept> {
    const expired = await this.expire(today, signal);
    const reviewed = await this.repair(signal);
    return { expired, reviewed };
  }

  private async expire(today: CalendarDay, signal?: AbortSignal): Promise<number> {
    let expired = 0;
    for (let after: HoldId | null = null; ;) {
      const ids: HoldId[] = await this.transaction.run((tx) =>
        tx.use(HoldSweepRepository).expired(today, after, SLICE),
      );
      for (const id of ids) {
        const hold = await this.transaction.run((tx) =>
          endHold(
            tx,
            id,
            'expired',
            today,
            ({ state }) => state.is === 'ready' && isExpired(state.pickUpByOn, today),
          ),
        );
        if (hold?.state.is === 'expired') expired += 1;
      }
      after = ids.at(-1) ?? null;
      if (after === null || signal?.aborted === true) return expired;
    }
  }

  private async repair(signal?: AbortSignal): Promise<number> {
    let reviewed = 0;
    for (const find of ['ofReadersWhoLeft', 'notToBeReady'] as const) {
      await this.transaction.run((tx) => tx.use(HoldSweepRepository)[find]());
      reviewed += await this.reviews.execute();
    }
    for (let after: TitleId | null = null; ;) {
      const last: TitleId | null = await this.transaction.run(async (tx) => {
        const titles = await tx.use(HoldSweepRepository).titlesToServe(after, SLICE);
        await tx.use(HoldReviewsRepository).ofTitles(titles);
        return titles.at(-1) ?? null;
      });
      reviewed += await this.reviews.execute();
      if (last === null || signal?.aborted === true) return reviewed;
      after = last;
    }
  }
}
