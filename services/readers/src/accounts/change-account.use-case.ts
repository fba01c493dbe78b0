import { Injectable } from '@nestjs/common';
import { OncePerKey, refuseIfStale, unknownThing, type Answer, type DeskRequest } from '@shulian/service-kit';
import { hashPassword } from '../password.adapter.js';
import type { ReadersStore } from '../readers.store.js';
import { toAccountView, type AccountView, type ChangeAccountAsked } from './accounts.http.js';

/** An account may sign in no more, or again; or gets a new password. Both end what was signed in. Real time, as all of signing in. */
@Injectable()
export class ChangeAccount {
  constructor(private readonly once: OncePerKey<ReadersStore>) {}

  /** @throws Problem 404, 412 */
  async execute(
    request: DeskRequest | null,
    id: string,
    version: number,
    asked: ChangeAccountAsked,
  ): Promise<Answer> {
    const now = new Date();
    // Slow on purpose, so outside the transaction.
    const passwordHash = asked.password === undefined ? null : await hashPassword(asked.password);
    return this.once.run(request, 200, async (store): Promise<AccountView> => {
      const before = await store.accounts.locked(id);
      if (before === null) throw unknownThing();
      refuseIfStale(version, before.version);
      const disabled = asked.disabled ?? before.disabledAt !== null;
      if (passwordHash === null && disabled === (before.disabledAt !== null)) return toAccountView(before);
      const account = {
        ...before,
        version: before.version + 1,
        passwordHash: passwordHash ?? before.passwordHash,
        disabledAt: disabled ? (before.disabledAt ?? now) : null,
      };
      await store.accounts.change(account);
      await store.sessions.endAll(id, now);
      return toAccountView(account);
    });
  }
}
