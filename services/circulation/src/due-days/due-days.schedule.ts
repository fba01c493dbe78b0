import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { LOG, OncePerDay, type Log } from '@shulian/service-kit';
import { MoveDueDays } from './move-due-days.use-case.js';
import { ReviewDueDays } from './review-due-days.use-case.js';

const LOOK_EVERY = 1_000;

/** Looks every second whether the calendar of a school changed, and has all of them looked at once a day. Safe to run twice. */
@Injectable()
export class DueDaysSchedule implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly oncePerDay: OncePerDay,
    private readonly reviewDueDays: ReviewDueDays,
    private readonly moveDueDays: MoveDueDays,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.oncePerDay.register('review-due-days', () => this.reviewDueDays.execute());
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.look().finally(() => (this.running = undefined));
    }, LOOK_EVERY);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    try {
      const moved = await this.moveDueDays.execute();
      if (moved.loans + moved.holds > 0)
        this.log.info({ useCase: 'move-due-days', ...moved }, 'due days moved with the calendar');
    } catch (err) {
      this.log.warn({ err, useCase: 'move-due-days' }, 'due days could not be moved, trying again');
    }
  }
}
