import { Injectable } from '@nestjs/common';
import { Clock, conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { DunningRepository } from './dunning.repository.js';

/** Takes back what was noted by mistake, on the same day. */
@Injectable()
export class RemoveContact {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `return-contact.of-another-day` */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const contact = await tx.use(DunningRepository).lockedContact(id);
      if (contact === null || !caller.mayWorkAt(contact.schoolId)) throw unknownThing();
      if (contact.on !== this.clock.today()) throw conflict('return-contact.of-another-day');
      await tx.use(DunningRepository).removeContact(id);
    });
  }
}
