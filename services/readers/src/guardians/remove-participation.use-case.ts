import { Injectable } from '@nestjs/common';
import { Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { GuardiansRepository } from './guardians.repository.js';

/** Takes back what was entered by mistake. */
@Injectable()
export class RemoveParticipation {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const guardians = tx.use(GuardiansRepository);
      const schoolId = await guardians.schoolOfParticipation(id);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      await guardians.removeParticipation(id);
    });
  }
}
