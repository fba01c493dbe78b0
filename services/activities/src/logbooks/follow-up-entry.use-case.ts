import { Injectable } from '@nestjs/common';
import type { LogbookEntryId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { entryFollowedUp } from './logbook-entry.events.js';
import type { FollowUpAsked } from './logbook-entries.http.js';
import { LogbookEntriesRepository } from './logbook-entries.repository.js';
import { logbookAt } from './logbooks.facts.js';

/** Somebody answers an entry, or says how far what it asks for has come; each step is kept, and may be taken anew. */
@Injectable()
export class FollowUpEntry {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 400 for a status that the form has not, 409 where nothing is followed up */
  execute(
    caller: Caller,
    id: LogbookEntryId,
    { status, words = null }: FollowUpAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const entries = tx.use(LogbookEntriesRepository);
      const entry = await entries.locked(id);
      if (entry === null || !caller.mayWorkAt(entry.schoolId)) throw unknownThing();
      const { form } = await logbookAt(tx.session, entry.schoolId, entry.code);
      if (form.statuses.length === 0) throw conflict('logbook-entry.has-no-status');
      if (entry.superseded || entry.strikes) throw conflict('logbook-entry.corrected-already');
      const next = form.statuses.find(({ code }) => code === status);
      if (next === undefined) throw invalid({ pointer: '/status', code: 'not-a-choice' });
      const at = this.clock.now();
      const settledAt = next.settles ? (entry.settledAt ?? at) : null;
      const times = await entries.followUp(entry, { status, words, at, by: caller.id }, settledAt);
      await tx.outbox.append(entryFollowedUp({ ...entry, status, settledAt }, times));
      return entries.view(id);
    });
  }
}
