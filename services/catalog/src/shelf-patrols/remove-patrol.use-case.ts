import { Injectable } from '@nestjs/common';
import { Clock, conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { ShelfPatrolsRepository } from './shelf-patrols.repository.js';

/** Takes a patrol back that was entered by mistake, on the same day; later it is what was done that day. */
@Injectable()
export class RemovePatrol {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `shelf-patrol.of-another-day` */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const patrols = tx.use(ShelfPatrolsRepository);
      const patrol = await patrols.locked(id);
      if (patrol === null || !caller.mayWorkAt(patrol.schoolId)) throw unknownThing();
      if (patrol.walkedOn !== this.clock.today()) throw conflict('shelf-patrol.of-another-day');
      await patrols.remove(id);
    });
  }
}
