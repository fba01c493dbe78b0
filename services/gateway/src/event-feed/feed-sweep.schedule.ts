import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LOG, type Log } from '@shulian/service-kit';
import { EventFeed } from './event-feed.query.js';

const EVERY = 600_000;

/** Removes events that are older than the stream promises to keep. */
@Injectable()
export class FeedSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly feed: EventFeed,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = (): void => {
      this.feed.sweep().then(
        (removed) => (removed > 0 ? this.log.info({ removed }, 'old events swept') : undefined),
        (err: unknown) => this.log.warn({ err }, 'old events could not be swept'),
      );
    };
    sweep();
    this.timer = setInterval(sweep, EVERY).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
