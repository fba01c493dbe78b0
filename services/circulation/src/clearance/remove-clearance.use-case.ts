import { Injectable } from '@nestjs/common';
import { conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { ClearanceRepository } from './clearance.repository.js';

/** The reader stays, after all. */
@Injectable()
export class RemoveClearance {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach, 409 `clearance.cleared` */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const found = await tx.use(ClearanceRepository).locked(id);
      if (found === null || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
      if (found.state === 'cleared') throw conflict('clearance.cleared');
      await tx.use(ClearanceRepository).remove(id);
    });
  }
}
