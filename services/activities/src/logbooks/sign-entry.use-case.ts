import { Injectable } from '@nestjs/common';
import type { LogbookEntryId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  denied,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { CallerPlacesQuery } from './caller-places.query.js';
import { LogbookEntriesRepository } from './logbook-entries.repository.js';
import { logbookAt } from './logbooks.facts.js';
import { LogbooksRepository } from './logbooks.repository.js';
import { maySign } from './rules/rights.js';

/** Who has to sign an entry does, or takes the own signature back. */
@Injectable()
export class SignEntry {
  constructor(
    private readonly once: OncePerKey,
    private readonly places: CallerPlacesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 403 for who does not sign in this logbook, 409 where it is signed, or not, or his own */
  execute(caller: Caller, id: LogbookEntryId, signed: boolean, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const entries = tx.use(LogbookEntriesRepository);
      const entry = await entries.locked(id);
      if (entry === null || !caller.mayWorkAt(entry.schoolId)) throw unknownThing();
      const { schoolId, code } = entry;
      const { form } = await logbookAt(tx.session, schoolId, code);
      if (form.signers.length === 0) throw conflict('logbook-entry.not-to-be-signed');
      if (!maySign(form, this.places.at(caller, schoolId).roles)) throw denied();
      if (signed) {
        if (entry.signedOn !== null) throw conflict('logbook-entry.signed-already');
        if (entry.superseded) throw conflict('logbook-entry.corrected-already');
        if (entry.writtenBy === caller.id) throw conflict('logbook-entry.own-signature');
        await entries.sign(id, this.clock.today(), caller.id);
      } else {
        if (entry.signedBy !== caller.id) throw conflict('logbook-entry.not-signed');
        const { closedThrough } = await tx.use(LogbooksRepository).lockedBook(schoolId, code);
        if (closedThrough !== null && entry.happenedOn <= closedThrough)
          throw conflict('logbook.period-closed');
        await entries.sign(id, null, null);
      }
      return entries.view(id);
    });
  }
}
