import { Injectable } from '@nestjs/common';
import { Problem, Transaction, type Caller } from '@shulian/service-kit';
import { toGrantView } from '../grant.http.js';
import type { MeView } from './me.http.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';

/** The account that asks, as it is now: its token may say what was so an hour ago. */
@Injectable()
export class Me {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 401 for an account that is gone */
  async of(caller: Caller): Promise<MeView> {
    const account = await this.transaction.run((tx) => tx.use(AccountsRepository).byId(caller.id));
    if (account === null) throw new Problem(401, 'authentication.failed');
    const { id, username, grants } = account;
    return { id, username, grants: grants.map(toGrantView) };
  }
}
