import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing } from '@shulian/service-kit';
import type { ReadersStore } from '../readers.store.js';
import { toAccountView, type AccountView } from './accounts.http.js';

/** Accounts without their secrets. */
@Injectable()
export class Accounts {
  constructor(private readonly transaction: Transaction<ReadersStore>) {}

  /** @throws Problem 404 */
  async byId(id: string): Promise<AccountView> {
    const account = await this.transaction.run((store) => store.accounts.byId(id));
    if (account === null) throw unknownThing();
    return toAccountView(account);
  }
}
