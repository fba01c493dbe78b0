import { Injectable } from '@nestjs/common';
import { Transaction, type Caller } from '@shulian/service-kit';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { SessionsRepository } from './sessions.repository.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';

/** The sign-in that a token comes from is over; other devices of the account go on. Twice is once. */
@Injectable()
export class SignOut {
  constructor(
    private readonly transaction: Transaction,
    private readonly voided: PublishVoidedTokens,
  ) {}

  async execute(caller: Caller): Promise<void> {
    const { session } = caller.claims;
    if (session === undefined) return;
    await this.transaction.run(async (tx) => {
      const now = new Date();
      if (await tx.use(SessionsRepository).endOne(session, caller.id, now))
        await tx.use(VoidTokensRepository).add(session, now);
    });
    await this.voided.execute();
  }
}
