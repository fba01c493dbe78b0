import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Arrivals } from '@shulian/service-kit';
import { ReviewHolds } from './review-holds.worker.js';

/** For notes that failed, and those of a process that went away before it looked. */
const LOOK_EVERY = 5_000;

/** Looks at what was noted as soon as something was digested, and now and then. Safe in many processes at once. */
@Injectable()
export class HoldReviewsSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private heedNoMore: (() => void) | undefined;

  constructor(
    private readonly reviews: ReviewHolds,
    private readonly arrivals: Arrivals,
  ) {}

  onApplicationBootstrap(): void {
    this.heedNoMore = this.arrivals.heed(() => this.reviews.poke());
    this.timer = setInterval(() => this.reviews.poke(), LOOK_EVERY);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.heedNoMore?.();
    await this.reviews.stop();
  }
}
