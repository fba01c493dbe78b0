import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PublishVoidedTokens } from './publish-voided-tokens.use-case.js';

/** Another replica may have closed an account, or a process died between the commit and the file. */
const EVERY_MS = 10_000;

@Injectable()
export class VoidedTokensSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly publish: PublishVoidedTokens) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.publish.execute();
    this.timer = setInterval(() => (this.running = this.publish.execute()), EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
