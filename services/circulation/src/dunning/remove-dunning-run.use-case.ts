import { Injectable } from '@nestjs/common';
import { Clock, conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { DunningRepository } from './dunning.repository.js';

/** Takes sheets back that were made by mistake, on the same day; later they have been handed out. */
@Injectable()
export class RemoveDunningRun {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `dunning-run.of-another-day` */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const run = await tx.use(DunningRepository).lockedRun(id);
      if (run === null || !caller.mayWorkAt(run.schoolId)) throw unknownThing();
      if (run.on !== this.clock.today()) throw conflict('dunning-run.of-another-day');
      await tx.use(DunningRepository).removeRun(id);
    });
  }
}
