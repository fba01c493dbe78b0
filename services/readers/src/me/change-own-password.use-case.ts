import { Injectable } from '@nestjs/common';
import { Problem, Transaction, type Caller } from '@shulian/service-kit';
import { hashPassword, passwordFits } from '../password.adapter.js';
import { refuse } from '../refuse.adapter.js';
import { refuseWeak } from '../accounts/sound-password.step.js';
import { CountTry } from '../sessions/count-try.use-case.js';
import { ONE_PLACE } from '../sessions/rules/throttle.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import type { ChangeOwnPasswordAsked } from './me.http.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { endOtherSignIns } from '../sessions/end-sign-ins.step.js';
import { TriesRepository } from '../sessions/tries.repository.js';

/** A person takes another password, and proves with the one of now that nobody else sits at the desk. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly transaction: Transaction,
    private readonly countTry: CountTry,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Refused `account.password-wrong`, `account.password-same`; Problem 401, 429 `account.locked` */
  async execute(caller: Caller, input: ChangeOwnPasswordAsked): Promise<void> {
    const count = { under: `password of ${caller.id}`, rule: ONE_PLACE };
    await this.countTry.execute([count]);
    const account = await this.transaction.run((tx) => tx.use(AccountsRepository).byId(caller.id));
    if (account === null) throw new Problem(401, 'authentication.failed');
    if (!(await passwordFits(input.currentPassword, account.passwordHash)))
      throw refuse('account.password-wrong');
    if (input.currentPassword.normalize('NFC') === input.newPassword.normalize('NFC'))
      throw refuse('account.password-same');
    refuseWeak(input.newPassword, account.usernameKey, '/newPassword');
    const passwordHash = await hashPassword(input.newPassword);
    await this.transaction.run(async (tx) => {
      const now = await tx.use(AccountsRepository).locked(account.id);
      // Somebody else may have given it another one, or closed the account, while the old one was looked at.
      if (now === null || now.disabledAt !== null || now.passwordHash !== account.passwordHash)
        throw new Problem(401, 'authentication.failed');
      await tx.use(AccountsRepository).change({ ...now, version: now.version + 1, passwordHash });
      await tx.use(TriesRepository).forget([count]);
      await endOtherSignIns(tx, account.id, caller.claims.session ?? null, new Date());
    });
    await this.voided.execute();
  }
}
