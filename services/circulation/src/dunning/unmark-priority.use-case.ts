import { Injectable } from '@nestjs/common';
import type { ReaderId } from '@shulian/contracts/ids';
import { Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { DunningRepository } from './dunning.repository.js';

/** The reader stays, after all. */
@Injectable()
export class UnmarkPriority {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach, or without a mark */
  async execute(caller: Caller, readerId: ReaderId): Promise<void> {
    await this.transaction.run(async (tx) => {
      const reader = await tx.use(DunningRepository).reader(readerId);
      if (reader === null || !caller.mayWorkAt(reader.schoolId)) throw unknownThing();
      if (!(await tx.use(DunningRepository).unmark(readerId, reader.schoolId))) throw unknownThing();
    });
  }
}
