import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LOG, type Log } from '@shulian/service-kit';
import { FindEarlierReaders } from './find-earlier-readers.use-case.js';

/** Whatever failed may work later: a pool that was busy, a database that was away. In milliseconds. */
const AGAIN_AFTER = 30_000;

/** After the start, batch by batch, until all readers have words; what a stop leaves is done after the next start. */
@Injectable()
export class EarlierReadersWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly findEarlierReaders: FindEarlierReaders,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.work = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.work;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        if (!(await this.findEarlierReaders.execute())) return;
      } catch (err) {
        this.log.warn({ err }, 'readers of earlier editions are not all found by name yet, trying again');
        await pause(AGAIN_AFTER, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
