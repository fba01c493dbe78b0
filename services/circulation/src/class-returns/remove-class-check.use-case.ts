import { Injectable } from '@nestjs/common';
import { Clock, conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { ClassReturnsRepository } from './class-returns.repository.js';

/** Takes a check back that was made by mistake, on the same day. */
@Injectable()
export class RemoveClassCheck {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `class-return-check.of-another-day` */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const check = await tx.use(ClassReturnsRepository).locked(id);
      if (check === null || !caller.mayWorkAt(check.schoolId)) throw unknownThing();
      if (check.on !== this.clock.today()) throw conflict('class-return-check.of-another-day');
      await tx.use(ClassReturnsRepository).remove(id);
    });
  }
}
