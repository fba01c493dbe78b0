import { Inject, Injectable } from '@nestjs/common';
import { LOG, Transaction, type Log } from '@shulian/service-kit';
import { LONGEST_TOKEN_SECONDS, TokenSigner } from '../token-signer.adapter.js';
import { VoidTokensRepository } from './void-tokens.repository.js';

/** Writes the file from which all services learn whose tokens count no more. */
@Injectable()
export class PublishVoidedTokens {
  private said = '';
  private publishing: Promise<void> = Promise.resolve();

  constructor(
    private readonly transaction: Transaction,
    private readonly signer: TokenSigner,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** One after the other: an older list must not replace a newer one. Trouble is for the next time. */
  execute(): Promise<void> {
    this.publishing = this.publishing
      .then(() => this.write())
      .catch((err: unknown) => this.log.warn({ err }, 'voided tokens were not told'));
    return this.publishing;
  }

  private async write(): Promise<void> {
    const oldest = new Date(Date.now() - (LONGEST_TOKEN_SECONDS + 60) * 1000);
    const voided = JSON.stringify(
      await this.transaction.run((tx) => tx.use(VoidTokensRepository).since(oldest)),
    );
    if (voided === this.said) return;
    await this.signer.publishVoided(voided);
    this.said = voided;
  }
}
