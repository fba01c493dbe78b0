import { Injectable } from '@nestjs/common';
import { OncePerKey, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { hashPassword } from '../password.adapter.js';
import { refuse } from '../refuse.adapter.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { endSignIns } from '../sessions/end-sign-ins.step.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { toAccountView, type AccountView } from './accounts.http.js';
import { AccountsRepository } from './accounts.repository.js';
import { refuseWeak } from './sound-password.step.js';
import { reachesAccount } from './rules/grants-in-reach.js';

/** Somebody forgot the password; whoever had the old one is signed in no more, anywhere. Real time, as all of signing in. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly once: OncePerKey,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 404, also for an account that may something out of reach; Refused `account.own` */
  async execute(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    newPassword: string,
  ): Promise<Answer> {
    if (id === caller.id) throw refuse('account.own');
    // Slow on purpose, so outside the transaction.
    const passwordHash = await hashPassword(newPassword);
    const answer = await this.once.run(request, 200, async (tx): Promise<AccountView> => {
      const before = await tx.use(AccountsRepository).locked(id);
      if (before === null || !reachesAccount(caller.reach, before.grants)) throw unknownThing();
      refuseWeak(newPassword, before.usernameKey, '/newPassword');
      const account = { ...before, version: before.version + 1, passwordHash };
      await tx.use(AccountsRepository).change(account);
      // Under the lock: whoever signed in before has done so by now.
      const at = new Date();
      await endSignIns(tx, id, at);
      await enterRights(tx, { caller, at, what: 'password-reset', account, grants: account.grants });
      return toAccountView(account);
    });
    await this.voided.execute();
    return answer;
  }
}
