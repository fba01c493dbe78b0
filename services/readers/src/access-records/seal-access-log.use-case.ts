import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@shulian/service-kit';
import { AccessSealsRepository } from './access-seals.repository.js';

/** Entries that one transaction seals. */
const MOST = 20_000;

/** Chains what was logged since the last time: from then on a changed or missing entry is seen. */
@Injectable()
export class SealAccessLog {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @returns how many entries were sealed */
  async execute(): Promise<number> {
    const last = await this.transaction.run((tx) => tx.use(AccessSealsRepository).lastSettled());
    return this.transaction.run(async (tx) => {
      const seals = tx.use(AccessSealsRepository);
      const sealed = await seals.sealedUpTo();
      const upTo = Math.min(last, sealed + MOST);
      return upTo <= sealed ? 0 : seals.seal(sealed, upTo, this.clock.now());
    });
  }
}
