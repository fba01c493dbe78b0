import { Injectable } from '@nestjs/common';
import { invalid, newId, OncePerKey, type Answer, type DeskRequest } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { toAccountView, type AccountView, type CreateAccountAsked } from './accounts.http.js';
import { hashPassword } from '../password.adapter.js';
import { placedGrants, refuseFaults } from './placed-grants.step.js';
import { usernameKey } from './rules/account.js';
import { AccountsRepository } from './accounts.repository.js';

/** A person or a machine of a school may sign in. */
@Injectable()
export class CreateAccount {
  constructor(private readonly once: OncePerKey) {}

  async execute(request: DeskRequest | null, input: CreateAccountAsked): Promise<Answer> {
    const key = usernameKey(input.username);
    if (key === null) throw invalid({ pointer: '/username', code: 'malformed' });
    refuseFaults(input.grants);
    // Slow on purpose, so outside the transaction.
    const passwordHash = await hashPassword(input.password);
    return this.once.run(request, 201, async (tx): Promise<AccountView> => {
      const grants = await placedGrants(tx, input.grants);
      const account = {
        id: newId(),
        version: 1,
        username: input.username.trim(),
        usernameKey: key,
        passwordHash,
        grants,
        disabledAt: null,
      };
      // Accounts are no matter of the library's calendar: real time.
      if (!(await tx.use(AccountsRepository).add(account, new Date())))
        throw refuse('account.username-taken');
      return toAccountView(account);
    });
  }
}
