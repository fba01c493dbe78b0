import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  Database,
  isAway,
  LOG,
  statement,
  Transaction,
  type Log,
  type Tx,
} from '@shulian/service-kit';
import { HoldReviewsRepository, type HoldReview } from './hold-reviews.repository.js';
import { reviewCopy } from './review-copy.step.js';
import { reviewHold, reviewReader } from './review-reader.step.js';
import { reviewTitle } from './review-title.step.js';

const ANY = statement('hold-review.any', 'select from hold_review limit 1');

/** A note that fails so often is given up; what it was about is found by the sweep of the next day. */
const ATTEMPTS = 20;

/**
 * Looks at what may have changed who waits for what (`hold_review`): right after the change, each in a transaction of its
 * own that locks copies, readers and queues in their order. The digestion of a batch of events could not keep it.
 */
@Injectable()
export class ReviewHolds {
  private running: Promise<number> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly transaction: Transaction,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Something was noted; a process that is at it already looks once more. */
  poke(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.untilNothingIsNoted()
      .catch((err: unknown) => {
        this.log.warn({ err, useCase: 'review-holds' }, 'holds could not be reviewed, trying again');
        return 0;
      })
      .finally(() => (this.running = undefined));
  }

  /** No look begins any more; resolves when the one that is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.again = false;
    await this.running;
  }

  /** Resolves when this process has looked at everything that is noted now. @returns how many notes that were */
  async execute(): Promise<number> {
    this.poke();
    let seen = 0;
    while (this.running !== undefined) seen += await this.running;
    return seen;
  }

  private async untilNothingIsNoted(): Promise<number> {
    let seen = 0;
    while (this.again) {
      this.again = false;
      seen += await this.once();
    }
    return seen;
  }

  /** Every note once, those that come meanwhile too; what fails is left behind for the next time. */
  private async once(): Promise<number> {
    // Nearly always nothing is noted, and a look is no transaction then.
    if ((await this.database.rows(ANY)).length === 0) return 0;
    let last = '0';
    let seen = 0;
    for (; !this.stopped; seen += 1) {
      let taken: HoldReview | null = null;
      try {
        await this.transaction.run(async (tx) => {
          taken = await tx.use(HoldReviewsRepository).take(last);
          if (taken !== null) await this.look(tx, taken);
        });
      } catch (err) {
        const failed = taken as HoldReview | null;
        if (failed === null || isAway(err)) throw err;
        await this.leave(failed, err);
      }
      const done = taken as HoldReview | null;
      if (done === null) break;
      last = done.id;
    }
    return seen;
  }

  private async look(tx: Tx, note: HoldReview): Promise<void> {
    const today = this.clock.today();
    if (note.copyId !== null) await reviewCopy(tx, note.copyId, today);
    if (note.titleId !== null) await reviewTitle(tx, note.titleId, today);
    if (note.readerId !== null) await reviewReader(tx, note.readerId);
    if (note.holdId !== null) await reviewHold(tx, note.holdId, today);
  }

  private async leave(note: HoldReview, err: unknown): Promise<void> {
    const attempts = await this.transaction.run((tx) => tx.use(HoldReviewsRepository).failed(note.id));
    this.log.warn({ err, note, attempts, useCase: 'review-holds' }, 'a note on holds failed');
    if (attempts >= ATTEMPTS)
      await this.transaction.run((tx) => tx.use(HoldReviewsRepository).giveUp(note.id));
  }
}
