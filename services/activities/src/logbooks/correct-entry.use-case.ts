import { Injectable } from '@nestjs/common';
import type { LogbookEntryId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { CallerPlacesQuery, type CallerPlace } from './caller-places.query.js';
import { dayFor, enterEntry, valuesFor } from './enter-entry.step.js';
import { entryWritten } from './logbook-entry.events.js';
import type { EntryRow } from './logbook-entry.row.js';
import type { CorrectionAsked } from './logbook-entries.http.js';
import { LogbookEntriesRepository } from './logbook-entries.repository.js';
import { logbookAt } from './logbooks.facts.js';
import { LogbooksRepository } from './logbooks.repository.js';
import { runsLibrary } from './rules/rights.js';

/** What was written stands; a new entry says what is right, or that nothing is. */
@Injectable()
export class CorrectEntry {
  constructor(
    private readonly once: OncePerKey,
    private readonly places: CallerPlacesQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * For those who run the library, for who wrote the entry or whose words it holds, and for a teacher of its class.
   * @throws Problem 404 out of reach; 409 where it was corrected already or its period is closed
   */
  execute(
    caller: Caller,
    id: LogbookEntryId,
    input: CorrectionAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const entries = tx.use(LogbookEntriesRepository);
      const original = await entries.locked(id);
      const place = original === null ? null : await this.placeOf(caller, original);
      if (original === null || place === null) throw unknownThing();
      if (original.superseded || original.strikes) throw conflict('logbook-entry.corrected-already');
      const corrected =
        input.values === undefined
          ? await this.strike(tx, caller, original, input.why)
          : await this.replace(tx, caller, original, { ...input, values: input.values }, place);
      await entries.supersede(id);
      return entries.view(corrected);
    });
  }

  private async replace(
    tx: Tx,
    caller: Caller,
    original: EntryRow,
    { why, values, happenedOn }: CorrectionAsked & { readonly values: Record<string, unknown> },
    place: CallerPlace,
  ): Promise<LogbookEntryId> {
    const logbook = await logbookAt(tx.session, original.schoolId, original.code);
    const day = dayFor({ ...logbook, retired: false }, happenedOn ?? original.happenedOn, this.clock.today());
    const read = valuesFor(logbook, values);
    const writer = { writtenBy: caller.id, readerId: original.readerId, classId: original.classId };
    return enterEntry(tx, this.clock, { logbook, happenedOn: day, read, writer, place, original, why });
  }

  /** A line of its own says that the entry is void. */
  private async strike(tx: Tx, caller: Caller, original: EntryRow, why: string): Promise<LogbookEntryId> {
    const { schoolId, code, happenedOn } = original;
    const { lastNumber, closedThrough } = await tx.use(LogbooksRepository).nextNumber(schoolId, code);
    if (closedThrough !== null && happenedOn <= closedThrough) throw conflict('logbook.period-closed');
    const row: EntryRow = {
      ...original,
      id: newId<LogbookEntryId>(),
      number: lastNumber,
      writtenOn: this.clock.today(),
      writtenAt: this.clock.now(),
      writtenBy: original.writtenBy === null ? null : caller.id,
      said: {},
      status: null,
      settledAt: null,
      corrects: original.id,
      why,
      strikes: true,
      signedOn: null,
      signedBy: null,
    };
    await tx.use(LogbookEntriesRepository).add(row);
    await tx.outbox.append(entryWritten(row));
    return row.id;
  }

  /** As what the caller may correct it; null: not at all. */
  private async placeOf(caller: Caller, entry: EntryRow): Promise<CallerPlace | null> {
    const { reach } = caller;
    if (entry.readerId !== null && reach.readers.has(entry.readerId))
      return this.places.of(caller, entry.schoolId);
    if (!caller.mayWorkAt(entry.schoolId)) return null;
    const place = this.places.at(caller, entry.schoolId);
    const isOwn = entry.writtenBy === caller.id;
    const isOfClass = entry.classId !== null && place.classes.includes(entry.classId);
    return runsLibrary(place.roles) || isOwn || isOfClass ? place : null;
  }
}
