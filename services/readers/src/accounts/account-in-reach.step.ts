import { unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import type { Account } from './account.row.js';
import { AccountsRepository } from './accounts.repository.js';
import { reachesAccount } from './rules/grants-in-reach.js';

/** Locked until the end of the transaction. @throws Problem 404, also for an account that may something out of reach */
export async function accountInReach(tx: Tx, { reach }: Caller, id: string): Promise<Account> {
  const account = await tx.use(AccountsRepository).locked(id);
  if (account === null || !reachesAccount(reach, account.grants)) throw unknownThing();
  return account;
}
