import { Injectable } from '@nestjs/common';
import { Clock, conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { ShelvingRepository } from './shelving.repository.js';

/** Nobody has tidied, after all. */
@Injectable()
export class RemoveTidying {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `shelf-tidying.of-another-day` */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const tidying = await tx.use(ShelvingRepository).lockedTidying(id);
      if (tidying === null || !caller.mayWorkAt(tidying.schoolId)) throw unknownThing();
      if (tidying.tidiedOn !== this.clock.today()) throw conflict('shelf-tidying.of-another-day');
      await tx.use(ShelvingRepository).untidy(id);
    });
  }
}
