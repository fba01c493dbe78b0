import { Injectable } from '@nestjs/common';
import {
  denied,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { enterRights } from '../rights-entries/enter-rights.step.js';
import { toAccountView, type AccountView, type CreateAccountAsked } from './accounts.http.js';
import { hashPassword } from '../password.adapter.js';
import { placedGrants, refuseFaults } from './placed-grants.step.js';
import { refuseWeak } from './sound-password.step.js';
import { usernameKey } from './rules/account.js';
import { reachesGrant } from './rules/grants-in-reach.js';
import { fitIntoToken, isForSchoolsToGive } from './rules/held-grants.js';
import { AccountsRepository } from './accounts.repository.js';

/** A person or a machine of a school may sign in. */
@Injectable()
export class CreateAccount {
  constructor(private readonly once: OncePerKey) {}

  /** @throws Problem 400, 403 for a school out of reach, 422; Refused `account.username-taken`, `grant.…` */
  async execute(request: DeskRequest | null, caller: Caller, input: CreateAccountAsked): Promise<Answer> {
    const { reach } = caller;
    const key = usernameKey(input.username);
    if (key === null) throw invalid({ pointer: '/username', code: 'malformed' });
    refuseWeak(input.password, key, '/password');
    refuseFaults(input.grants);
    if (input.grants.some(({ schoolId }) => schoolId !== undefined && !reachesGrant(reach, { schoolId })))
      throw denied();
    if (!reach.county && !input.grants.every(isForSchoolsToGive)) throw refuse('grant.not-yours-to-give');
    // Slow on purpose, so outside the transaction.
    const passwordHash = await hashPassword(input.password);
    return this.once.run(request, 201, async (tx): Promise<AccountView> => {
      // Accounts are no matter of the library's calendar: real time.
      const now = new Date();
      const grants = await placedGrants(tx, input.grants, { id: caller.id, at: now });
      const foreign = grants.findIndex((grant) => !reachesGrant(reach, grant));
      if (foreign !== -1) throw unknownReference(`/grants/${foreign}`);
      if (!fitIntoToken(grants)) throw refuse('grant.too-many');
      const account = {
        id: newId(),
        version: 1,
        username: input.username.trim(),
        usernameKey: key,
        passwordHash,
        grants,
        disabledAt: null,
      };
      if (!(await tx.use(AccountsRepository).add(account, now))) throw refuse('account.username-taken');
      await enterRights(tx, { caller, at: now, what: 'given', account, grants });
      return toAccountView(account);
    });
  }
}
