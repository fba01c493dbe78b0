import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, LOG, type Log } from '@shulian/service-kit';
import { AnnounceCalendars } from './announce-calendars.use-case.js';

const LOOK_EVERY = 30_000;

/** Has every school tell its calendars at start, and when a year has begun. Safe to run twice. */
@Injectable()
export class CalendarsSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private toldIn = '';
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly announceCalendars: AnnounceCalendars,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => (this.running = this.look()), LOOK_EVERY);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async look(): Promise<void> {
    const year = this.clock.today().slice(0, 4);
    if (year === this.toldIn) return;
    try {
      await this.announceCalendars.execute();
      this.toldIn = year;
    } catch (err) {
      this.log.warn({ err, useCase: 'announce-calendars' }, 'calendars could not be announced, trying again');
    }
  }
}
