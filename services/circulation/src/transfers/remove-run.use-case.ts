import { Injectable } from '@nestjs/common';
import { conflict, Transaction, type Caller } from '@shulian/service-kit';
import { CourierRunsRepository } from './courier-runs.repository.js';
import { openRunOfCaller } from './run-of-caller.step.js';

/** A run that takes nothing along is removed. */
@Injectable()
export class RemoveRun {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach, 409 `courier-run.left`, `courier-run.not-empty` */
  execute(caller: Caller, id: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const { copies } = await openRunOfCaller(tx, caller, id);
      if (copies > 0) throw conflict('courier-run.not-empty');
      await tx.use(CourierRunsRepository).remove(id);
    });
  }
}
