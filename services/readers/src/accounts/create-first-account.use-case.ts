import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOG, newId, Transaction, type Log } from '@shulian/service-kit';
import { ownConfig } from '../readers.config.js';
import type { ReadersStore } from '../readers.store.js';
import { hashPassword } from '../password.adapter.js';

/** A county without any account gets `admin`, at start, with the password of the environment. */
@Injectable()
export class CreateFirstAccount implements OnApplicationBootstrap {
  constructor(
    private readonly transaction: Transaction<ReadersStore>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (await this.transaction.run((store) => store.accounts.isAny())) return;
    const password = ownConfig().SHULIAN_ADMIN_PASSWORD;
    if (password === '') {
      this.log.warn('there is no account yet: set SHULIAN_ADMIN_PASSWORD and start again');
      return;
    }
    const passwordHash = await hashPassword(password);
    const added = await this.transaction.run((store) =>
      store.accounts.add(
        {
          id: newId(),
          version: 1,
          username: 'admin',
          usernameKey: 'admin',
          passwordHash,
          grants: [{ role: 'county-admin' }],
          disabledAt: null,
        },
        new Date(),
      ),
    );
    if (added) this.log.info('the first account was made');
  }
}
