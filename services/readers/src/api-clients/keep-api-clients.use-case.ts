import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing } from '@shulian/service-kit';
import type { ReadersStore } from '../readers.store.js';
import { toKeptClientView, type KeptClientView } from './api-clients.http.js';

/** Clients after they were made: looked at, and revoked. Tokens already given hold until they expire (one hour). */
@Injectable()
export class KeepApiClients {
  constructor(private readonly transaction: Transaction<ReadersStore>) {}

  /** @throws Problem 404 */
  byId(id: string): Promise<KeptClientView> {
    return this.transaction.run((store) => this.shown(store, id));
  }

  /** Twice is once: the second time shows what the first did. Real time: tokens know no other. @throws Problem 404 */
  revoke(id: string): Promise<KeptClientView> {
    return this.transaction.run(async (store) => {
      await store.apiClients.revoke(id, new Date());
      return this.shown(store, id);
    });
  }

  private async shown(store: ReadersStore, id: string): Promise<KeptClientView> {
    const client = /^sc_[0-9a-f]{24}$/.test(id) ? await store.apiClients.byId(id) : null;
    if (client === null) throw unknownThing();
    return toKeptClientView(client);
  }
}
