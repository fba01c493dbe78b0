import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LOG, type Log } from '@shulian/service-kit';
import { TokenSigner } from '../token-signer.adapter.js';

/** Far more often than a key is told ahead: another replica may have made one. */
const EVERY_MS = 5_000;

/** Looks for keys of other replicas, and changes the key when it is old enough. Trouble is for the next time. */
@Injectable()
export class SigningKeysSchedule implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly signer: TokenSigner,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.signer
        .look()
        .catch((err: unknown) => this.log.warn({ err }, 'signing keys were not looked at'));
    }, EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
