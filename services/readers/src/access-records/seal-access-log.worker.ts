import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LOG, type Log } from '@shulian/service-kit';
import { SealAccessLog } from './seal-access-log.use-case.js';

/** In milliseconds: what was logged is in the chain after a minute. */
const EVERY = 60_000;

/** Seals the access log as long as the service runs; what a stop leaves is sealed after the next start. */
@Injectable()
export class SealAccessLogWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly sealAccessLog: SealAccessLog,
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
      await pause(EVERY, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        while ((await this.sealAccessLog.execute()) > 0 && !signal.aborted);
      } catch (err) {
        this.log.warn({ err, useCase: 'seal-access-log' }, 'the access log was busy, trying again');
      }
    }
  }
}
