import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, LOG, type Log } from '@shulian/service-kit';
import { MarkOverdueLoans } from './mark-overdue-loans.use-case.js';

const LOOK_EVERY = 30_000;

/** Looks every half minute whether a new day has begun, and then says which loans became overdue with it. */
@Injectable()
export class OverdueSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private doneFor = '';
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly markOverdue: MarkOverdueLoans,
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

  /** The day is over with once nothing is left to say of it; until then every look tries again. */
  async look(): Promise<void> {
    const today = this.clock.today();
    if (today === this.doneFor) return;
    try {
      const { announced, done } = await this.markOverdue.execute(today);
      if (done) this.doneFor = today;
      if (done || announced > 0)
        this.log.info({ useCase: 'mark-overdue-loans', announced }, 'overdue loans marked');
    } catch (err) {
      this.log.warn(
        { err, useCase: 'mark-overdue-loans' },
        'overdue loans could not be marked, trying again',
      );
    }
  }
}
