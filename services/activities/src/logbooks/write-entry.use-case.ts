import { Injectable } from '@nestjs/common';
import type { CalendarDay, ReaderId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  denied,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import { CallerPlacesQuery, type CallerPlace } from './caller-places.query.js';
import { dayFor, enterEntry, valuesFor } from './enter-entry.step.js';
import type { EntryAsked } from './logbook-entries.http.js';
import { LogbookEntriesRepository } from './logbook-entries.repository.js';
import { logbookAt, type Logbook } from './logbooks.facts.js';
import { periodsIn } from './rules/periods.js';
import { mayWrite } from './rules/rights.js';

/** Whose words an entry holds. */
type Speaker = { readonly readerId: ReaderId; readonly classId: string | null };

/** Somebody writes into a logbook. */
@Injectable()
export class WriteEntry {
  constructor(
    private readonly once: OncePerKey,
    private readonly places: CallerPlacesQuery,
    private readonly readers: KnownReadersQuery,
    private readonly life: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 400 for values that the form does not take; 403 for who may not write into it, or names whom he may not;
   * 409 where it is not to be written into; 422 for a logbook, a person or a thing that is not there
   */
  async execute(caller: Caller, input: EntryAsked, request: DeskRequest | null): Promise<Answer> {
    const place = await this.places.of(caller, input.schoolId);
    const speaker = await this.speakerOf(place, input.readerId);
    const today = this.clock.today();
    return this.once.run(request, 201, async (tx) => {
      const logbook = await logbookAt(tx.session, place.schoolId, input.logbook);
      if (!mayWrite(logbook.form, place.roles)) throw denied();
      const happenedOn = dayFor(logbook, input.happenedOn, today);
      const read = valuesFor(logbook, input.values);
      if (logbook.form.oncePerWriter)
        await this.answerOnce(tx, logbook, place, speaker?.readerId ?? caller.id, happenedOn);
      const writer = {
        writtenBy: caller.id,
        readerId: speaker?.readerId ?? null,
        classId: speaker?.classId ?? null,
      };
      const id = await enterEntry(tx, this.clock, { logbook, happenedOn, read, writer, place });
      return tx.use(LogbookEntriesRepository).view(id);
    });
  }

  /** Whose words they are: the reader who writes, or the one for whom somebody enters them. */
  private async speakerOf(
    { schoolId, roles, reader, classes }: CallerPlace,
    readerId: string | undefined,
  ): Promise<Speaker | null> {
    if (reader !== null) {
      if (readerId !== undefined && readerId !== reader.readerId) throw denied();
      return reader;
    }
    if (readerId === undefined) return null;
    const found = await this.readers.awaited(readerId as ReaderId, (known) => known.schoolId === schoolId);
    if (found === null) throw unknownReference('/readerId');
    const isStaff = roles.includes('librarian') || roles.includes('school-head');
    if (!isStaff && !(found.classId !== null && classes.includes(found.classId))) throw denied();
    return found;
  }

  /** @throws Problem 409 for the second answer, in all or in the period of the rhythm */
  private async answerOnce(
    tx: Tx,
    { code, form, id, version }: Logbook,
    { schoolId }: CallerPlace,
    who: string,
    day: CalendarDay,
  ): Promise<void> {
    const period =
      form.rhythm === null
        ? null
        : periodsIn(form.rhythm.every, { from: day, to: day }, await this.life.days(schoolId, day, day))[0];
    // A survey of the school is asked anew with each version of its questions.
    const round = period?.from ?? (id === null ? 'once' : `v${String(version)}`);
    if (!(await tx.use(LogbookEntriesRepository).answersFirst(schoolId, code, `${who} ${round}`)))
      throw conflict('logbook.answered-already');
  }
}
