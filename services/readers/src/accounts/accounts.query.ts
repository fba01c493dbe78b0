import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { textOfCursor } from '../plain-text.http.js';
import type { Account } from './account.row.js';
import { toAccountView, type AccountPage, type AccountsAsked, type AccountView } from './accounts.http.js';
import { AccountsRepository } from './accounts.repository.js';
import { reachesGrant } from './rules/grants-in-reach.js';

/** Accounts without their secrets. */
@Injectable()
export class Accounts {
  constructor(
    private readonly transaction: Transaction,
    private readonly lists: Lists,
  ) {}

  /**
   * By name, in the order of the names as they are compared; what an account may at other schools is none of a school's
   * business. @throws Problem 400 for a cursor that is not ours, 403 for a school out of reach
   */
  async page(caller: Caller, { username, schoolId, limit, cursor }: AccountsAsked): Promise<AccountPage> {
    const { reach } = caller;
    const [after = null] = afterCursor(cursor, 1)?.map(textOfCursor) ?? [];
    const wanted = {
      username: username === undefined ? null : username.normalize('NFKC').trim().toLowerCase(),
      schoolId: caller.schoolOrCounty(schoolId),
    };
    const rows = await new AccountsRepository(this.lists).page(wanted, after, limit + 1);
    const seen = (account: Account): AccountView =>
      toAccountView({ ...account, grants: account.grants.filter((grant) => reachesGrant(reach, grant)) });
    return pageOf(rows, limit, seen, ({ usernameKey }) => [usernameKey]);
  }

  /** @throws Problem 404 */
  async byId(id: string): Promise<AccountView> {
    const account = await this.transaction.run((tx) => tx.use(AccountsRepository).byId(id));
    if (account === null) throw unknownThing();
    return toAccountView(account);
  }
}
