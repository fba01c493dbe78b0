import { Injectable } from '@nestjs/common';
import {
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { voidWhatWasLentBy } from '../delegations/void-lent.step.js';
import { hashPassword } from '../password.adapter.js';
import { refuse } from '../refuse.adapter.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { endSignIns } from '../sessions/end-sign-ins.step.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import type { Account } from './account.row.js';
import { toAccountView, type AccountView, type ChangeAccountAsked } from './accounts.http.js';
import { placedGrants, refuseFaults } from './placed-grants.step.js';
import { AccountsRepository } from './accounts.repository.js';
import { refuseWeak } from './sound-password.step.js';
import { isCountyAdmin } from './rules/account.js';
import { fitIntoToken, mergedGrants } from './rules/held-grants.js';

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

  /** @throws Problem 400 and 422 for grants, 404, 412; Refused `account.last-admin`, `account.own`, `grant.too-many` */
  async execute(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    version: number,
    input: ChangeAccountAsked,
  ): Promise<Answer> {
    if (id === caller.id && (input.password !== undefined || input.grants !== undefined))
      throw refuse('account.own');
    if (input.grants !== undefined) refuseFaults(input.grants);
    // Slow on purpose, so outside the transaction.
    const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
    const answer = await this.once.run(request, 200, async (tx): Promise<AccountView> => {
      const before = await tx.use(AccountsRepository).locked(id);
      // Under the lock: whoever signed in before has done so by now.
      const now = new Date();
      if (before === null) throw unknownThing();
      refuseIfStale(version, before.version);
      if (input.password !== undefined) refuseWeak(input.password, before.usernameKey, '/password');
      const disabled = input.disabled ?? before.disabledAt !== null;
      const grants =
        input.grants === undefined
          ? before.grants
          : mergedGrants(before.grants, await placedGrants(tx, input.grants, { id: caller.id, at: now }));
      if (!fitIntoToken(grants)) throw refuse('grant.too-many');
      const isSame =
        disabled === (before.disabledAt !== null) &&
        grants.length === before.grants.length &&
        grants.every((grant, n) => grant === before.grants[n]);
      if (passwordHash === null && isSame) return toAccountView(before);
      const isAdmin = !disabled && grants.some((grant) => isCountyAdmin(grant, now));
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
      await voidWhatWasLentBy(tx, id, now);
      await enterChange(tx, caller, now, before, account);
      return toAccountView(account);
    });
    await this.voided.execute();
    return answer;
  }
}

async function enterChange(
  tx: Tx,
  caller: Caller,
  at: Date,
  before: Account,
  { passwordHash, grants, disabledAt, ...account }: Account,
): Promise<void> {
  const isIn = (list: Account['grants'], id: string): boolean => list.some((each) => each.id === id);
  const entries = [
    { what: 'given', of: grants.filter(({ id }) => !isIn(before.grants, id)) },
    { what: 'taken-back', of: before.grants.filter(({ id }) => !isIn(grants, id)) },
    { what: 'password-reset', of: passwordHash === before.passwordHash ? [] : grants },
    { what: 'closed', of: disabledAt !== null && before.disabledAt === null ? grants : [] },
    { what: 'opened', of: disabledAt === null && before.disabledAt !== null ? grants : [] },
  ] as const;
  for (const { what, of } of entries) await enterRights(tx, { caller, at, what, account, grants: of });
}
