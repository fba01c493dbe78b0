import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { LOG, type Log } from '@shulian/service-kit';
import { CompareTitles } from './compare-titles.use-case.js';

/** Between two slices, in milliseconds: desks and searches come first. */
const PAUSE = 50;
const AGAIN_AFTER = 5_000;

/** As long as titles wait to be compared, and then every few seconds. Several instances share the work. */
@Injectable()
export class CompareTitlesSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly compare: CompareTitles,
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
    while (!this.stopping.signal.aborted) {
      try {
        await this.pause((await this.compare.execute()) === 0 ? AGAIN_AFTER : PAUSE);
      } catch (err) {
        this.log.warn({ err, useCase: 'compare-titles' }, 'titles could not be compared, trying again');
        await this.pause(AGAIN_AFTER);
      }
    }
  }

  private pause(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
