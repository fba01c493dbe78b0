import { Injectable } from '@nestjs/common';
import { Transaction, type Tx, unknownThing } from '@shulian/service-kit';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { toKeptClientView, type KeptClientView } from './api-clients.http.js';
import { ApiClientsRepository } from './api-clients.repository.js';
import { VoidTokensRepository } from '../signing/void-tokens.repository.js';

/** Clients after they were made: looked at, and revoked. Tokens already given count no more. */
@Injectable()
export class KeepApiClients {
  constructor(
    private readonly transaction: Transaction,
    private readonly voided: PublishVoidedTokens,
  ) {}

  /** @throws Problem 404 */
  byId(id: string): Promise<KeptClientView> {
    return this.transaction.run((tx) => this.shown(tx, id));
  }

  /** Twice is once: the second time shows what the first did. Real time: tokens know no other. @throws Problem 404 */
  async revoke(id: string): Promise<KeptClientView> {
    const view = await this.transaction.run(async (tx) => {
      // What the lock waited for has been signed by now.
      if (await tx.use(ApiClientsRepository).revoke(id, new Date()))
        await tx.use(VoidTokensRepository).add(id, new Date());
      return this.shown(tx, id);
    });
    await this.voided.execute();
    return view;
  }

  private async shown(tx: Tx, id: string): Promise<KeptClientView> {
    const client = /^sc_[0-9a-f]{24}$/.test(id) ? await tx.use(ApiClientsRepository).byId(id) : null;
    if (client === null) throw unknownThing();
    return toKeptClientView(client);
  }
}
