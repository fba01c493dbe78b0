import { Injectable } from '@nestjs/common';
import { Clock, conflict, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { InspectionsRepository } from './inspections.repository.js';

/** Takes an inspection back that was entered by mistake, on the same day and while nothing was taken out of use for it. */
@Injectable()
export class RemoveInspection {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `inspection.of-another-day`, `inspection.has-repairs` */
  async execute(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const inspections = tx.use(InspectionsRepository);
      const inspection = await inspections.locked(id);
      if (inspection === null || !caller.mayWorkAt(inspection.schoolId)) throw unknownThing();
      if (inspection.enteredOn !== this.clock.today()) throw conflict('inspection.of-another-day');
      if (inspection.hasRepairs) throw conflict('inspection.has-repairs');
      await inspections.remove(id);
    });
  }
}
