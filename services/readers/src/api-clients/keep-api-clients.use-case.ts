import { Injectable } from '@nestjs/common';
import { conflict, Transaction, type Tx, unknownThing } from '@shulian/service-kit';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import { newClientSecret, secretHash } from './create-api-client.use-case.js';
import { toKeptClientView, type KeptClientView, type RotatedSecretView } from './api-clients.http.js';
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

  /**
   * Another secret; tokens that were given go on. Not remembered for repetitions: the secret is shown once.
   * @throws Problem 404, 409 `api-client.revoked`
   */
  async rotate(id: string, overlapHours: number): Promise<RotatedSecretView> {
    const clientSecret = newClientSecret();
    return this.transaction.run(async (tx) => {
      await this.shown(tx, id);
      const now = new Date();
      const until = new Date(now.getTime() + overlapHours * 3_600_000);
      const secret = { hash: secretHash(clientSecret), prefix: clientSecret.slice(0, 8) };
      if (!(await tx.use(ApiClientsRepository).rotate(id, secret, until, now)))
        throw conflict('api-client.revoked');
      return {
        clientId: id,
        clientSecret,
        formerSecretUntil: overlapHours === 0 ? null : until.toISOString(),
      };
    });
  }

  private async shown(tx: Tx, id: string): Promise<KeptClientView> {
    const client = /^sc_[0-9a-f]{24}$/.test(id) ? await tx.use(ApiClientsRepository).byId(id) : null;
    if (client === null) throw unknownThing();
    return toKeptClientView(client);
  }
}
