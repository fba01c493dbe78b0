import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { accountInReach } from '../accounts/account-in-reach.step.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { endSignIns } from '../sessions/end-sign-ins.step.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';

/** A sign-in is over, on a device that was lost or left open; within seconds, everywhere. */
@Injectable()
export class EndSignIn {
  constructor(
    private readonly transaction: Transaction,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** One of the own account. @throws Problem 404 */
  async own(caller: Caller, sessionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const now = new Date();
      if (!(await tx.use(SessionsRepository).endOne(sessionId, caller.id, now))) throw unknownThing();
      await tx.use(VoidTokensRepository).add(sessionId, now);
    });
    await this.voided.execute();
  }

  /** All of an account. @throws Problem 404 for one that may something out of reach */
  async allOf(caller: Caller, accountId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const account = await accountInReach(tx, caller, accountId);
      const at = new Date();
      await endSignIns(tx, accountId, at);
      await enterRights(tx, { caller, at, what: 'sign-ins-ended', account, grants: account.grants });
    });
    await this.voided.execute();
  }
}
