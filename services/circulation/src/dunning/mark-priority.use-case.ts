import { Injectable } from '@nestjs/common';
import type { ReaderId } from '@shulian/contracts/ids';
import { Clock, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { DunningRepository } from './dunning.repository.js';
import type { PriorityAsked, PriorityView } from './dunning.http.js';

/** The school knows of a reader who changes school or is a guest: dunned before the others (CIR-059). */
@Injectable()
export class MarkPriority {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a reader out of reach */
  execute(caller: Caller, readerId: ReaderId, input: PriorityAsked): Promise<PriorityView> {
    return this.transaction.run(async (tx) => {
      const reader = await tx.use(DunningRepository).reader(readerId);
      if (reader === null || !caller.mayWorkAt(reader.schoolId)) throw unknownThing();
      return tx.use(DunningRepository).mark(readerId, reader.schoolId, {
        why: input.why,
        on: this.clock.today(),
        by: caller.id,
        note: input.note ?? null,
      });
    });
  }
}
