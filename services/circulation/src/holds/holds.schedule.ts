import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, LOG, type Log } from '@shulian/service-kit';
import { ExpireHolds } from './expire-holds.use-case.js';

const LOOK_EVERY = 30_000;

/** Looks every half minute whether a new day has begun, and then lets go of what nobody picked up. Safe to run twice. */
@Injectable()
export class HoldsSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private doneFor = '';
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly expireHolds: ExpireHolds,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.running = this.look()), LOOK_EVERY);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    const today = this.clock.today();
    if (today === this.doneFor) return;
    try {
      const swept = await this.expireHolds.execute();
      this.doneFor = today;
      this.log.info({ useCase: 'expire-holds', ...swept }, 'holds looked through');
    } catch (err) {
      this.log.warn({ err, useCase: 'expire-holds' }, 'holds could not be looked through, trying again');
    }
  }
}
