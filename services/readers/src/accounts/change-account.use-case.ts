import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { OncePerKey, refuseIfStale, unknownThing, type Answer, type DeskRequest } from '@shulian/service-kit';
import { hashPassword } from '../password.adapter.js';
import { refuse } from '../refuse.adapter.js';
import { endSignIns } from '../sessions/end-sign-ins.step.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { toAccountView, type AccountView, type ChangeAccountAsked } from './accounts.http.js';
import { placedGrants, refuseFaults } from './placed-grants.step.js';
import { AccountsRepository } from './accounts.repository.js';

/**
 * An account may sign in no more, or again; or gets a new password, or other grants. Each ends what was signed in, also the
 * tokens that were given: every service hears of it within seconds. Real time, as all of signing in.
 */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly once: OncePerKey,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 400 and 422 for grants, 404, 412; Refused `account.last-admin` */
  async execute(
    request: DeskRequest | null,
    id: string,
    version: number,
    input: ChangeAccountAsked,
  ): Promise<Answer> {
    if (input.grants !== undefined) refuseFaults(input.grants);
    // Slow on purpose, so outside the transaction.
    const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
    const answer = await this.once.run(request, 200, async (tx): Promise<AccountView> => {
      const before = await tx.use(AccountsRepository).locked(id);
      // Under the lock: whoever signed in before has done so by now.
      const now = new Date();
      if (before === null) throw unknownThing();
      refuseIfStale(version, before.version);
      const disabled = input.disabled ?? before.disabledAt !== null;
      const grants = input.grants === undefined ? before.grants : await placedGrants(tx, input.grants);
      const isSame = disabled === (before.disabledAt !== null) && isDeepStrictEqual(grants, before.grants);
      if (passwordHash === null && isSame) return toAccountView(before);
      const isAdmin = !disabled && grants.some(({ role }) => role === 'county-admin');
      if (!isAdmin && !(await tx.use(AccountsRepository).isAnotherAdmin(id)))
        throw refuse('account.last-admin');
      const account = {
        ...before,
        version: before.version + 1,
        passwordHash: passwordHash ?? before.passwordHash,
        grants,
        disabledAt: disabled ? (before.disabledAt ?? now) : null,
      };
      await tx.use(AccountsRepository).change(account);
      await endSignIns(tx, id, now);
      return toAccountView(account);
    });
    await this.voided.execute();
    return answer;
  }
}
