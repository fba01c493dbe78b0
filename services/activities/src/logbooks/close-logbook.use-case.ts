import { Injectable } from '@nestjs/common';
import { Clock, denied, invalid, Transaction, type Caller } from '@shulian/service-kit';
import { CallerPlacesQuery } from './caller-places.query.js';
import type { ClosingAsked, ClosingView } from './logbook-keeping.http.js';
import { logbookAt } from './logbooks.facts.js';
import { LogbooksRepository } from './logbooks.repository.js';

/** Closes a logbook through a day: what was written before stands, and nothing is added to it. */
@Injectable()
export class CloseLogbook {
  constructor(
    private readonly transaction: Transaction,
    private readonly places: CallerPlacesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for who is not the head and opens again what is closed, 400 for a day that has not ended */
  execute(caller: Caller, { schoolId: asked, logbook, through }: ClosingAsked): Promise<ClosingView> {
    const schoolId = caller.schoolFor(asked);
    if (through !== null && through > this.clock.today())
      throw invalid({ pointer: '/through', code: 'has-not-come' });
    return this.transaction.run(async (tx) => {
      await logbookAt(tx.session, schoolId, logbook);
      const logbooks = tx.use(LogbooksRepository);
      const { closedThrough } = await logbooks.lockedBook(schoolId, logbook);
      const opens = closedThrough !== null && (through === null || through < closedThrough);
      if (opens && !this.places.at(caller, schoolId).roles.includes('school-head')) throw denied();
      await logbooks.close(schoolId, logbook, through, caller.id);
      return { schoolId, logbook, closedThrough: through };
    });
  }
}
