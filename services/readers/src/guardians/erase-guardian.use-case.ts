import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { reachesReader } from '@shulian/contracts/access';
import { GuardiansRepository } from './guardians.repository.js';

/** A guardian is forgotten, with what he took part in: as a person wishes it. */
@Injectable()
export class EraseGuardian {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const guardians = tx.use(GuardiansRepository);
      const guardian = await guardians.locked(id);
      if (guardian === null || !reachesReader(caller.reach, guardian)) throw unknownThing();
      await guardians.remove(id);
    });
  }
}
