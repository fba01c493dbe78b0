import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { LOG, type Log } from '@shulian/service-kit';
import { RenewSearchWords } from './renew-search-words.use-case.js';

/** Between two slices, in milliseconds: desks and searches come first. */
const PAUSE = 50;
const AGAIN_AFTER = 30_000;

/** After a start, until no title has words of an older version. Several instances share the work. */
@Injectable()
export class SearchWordsSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly renew: RenewSearchWords,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    let renewed = 0;
    while (!this.stopping.signal.aborted) {
      try {
        const titles = await this.renew.execute();
        if (titles === 0) break;
        renewed += titles;
        await this.pause(PAUSE);
      } catch (err) {
        this.log.warn(
          { err, useCase: 'renew-search-words' },
          'titles could not be gone through, trying again',
        );
        await this.pause(AGAIN_AFTER);
      }
    }
    if (renewed > 0)
      this.log.info({ useCase: 'renew-search-words', renewed }, 'titles have new search words');
  }

  private pause(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
