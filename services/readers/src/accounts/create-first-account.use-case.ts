import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOG, newId, Transaction, type Log } from '@shulian/service-kit';
import { ownConfig } from '../readers.config.js';
import { hashPassword } from '../password.adapter.js';
import { AccountsRepository } from './accounts.repository.js';

/** A county without any account gets `admin`, at start, with the password of the environment. */
@Injectable()
export class CreateFirstAccount implements OnApplicationBootstrap {
  constructor(
    private readonly transaction: Transaction,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (await this.transaction.run((tx) => tx.use(AccountsRepository).isAny())) return;
    const password = ownConfig().SHULIAN_ADMIN_PASSWORD;
    if (password === '') {
      this.log.warn('there is no account yet: set SHULIAN_ADMIN_PASSWORD and start again');
      return;
    }
    const passwordHash = await hashPassword(password);
    const added = await this.transaction.run((tx) =>
      tx.use(AccountsRepository).add(
        {
          id: newId(),
          version: 1,
          username: 'admin',
          usernameKey: 'admin',
          passwordHash,
          grants: [
            {
              id: newId(),
              role: 'county-admin',
              startsAt: null,
              endsAt: null,
              clusterId: null,
              postId: null,
              givenBy: null,
              givenAt: null,
            },
          ],
          disabledAt: null,
        },
        new Date(),
      ),
    );
    if (added) this.log.info('the first account was made');
  }
}
