import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  refuseIfStale,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { ContestEntriesRepository } from './entries.repository.js';
import type { ContestEntryChangeAsked } from './entries.http.js';
import { changeableEntry, heldEntry } from './held-entry.step.js';
import { runsContests } from '../caller-school.query.js';

/** A work that was handed in is put right, or taken back. */
@Injectable()
export class KeepEntry {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 412, 409 */
  change(
    caller: Caller,
    id: string,
    version: number,
    { title, text }: ContestEntryChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const { entry } = await changeableEntry(tx, caller, this.clock, id);
      refuseIfStale(version, entry.version);
      const entries = tx.use(ContestEntriesRepository);
      await entries.change({
        ...entry,
        version: entry.version + 1,
        title: title === undefined ? entry.title : title,
        text: text === undefined ? entry.text : text,
      });
      return entries.view(id);
    });
  }

  /** A nomination of a note is taken back here by who runs the library. @throws Problem 404, 409 */
  withdraw(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const held = await heldEntry(tx, caller, id);
      const mayAny = held.entry.noteId !== null && runsContests(caller, held.entry.schoolId);
      const { entry } = mayAny ? held : await changeableEntry(tx, caller, this.clock, id);
      if (entry.status === 'withdrawn') throw conflict('contest-entry.withdrawn');
      if (!['open', 'closed'].includes(held.contest.status)) throw conflict('contest.not-open');
      const entries = tx.use(ContestEntriesRepository);
      await entries.change({ ...entry, version: entry.version + 1, status: 'withdrawn' });
      return entries.view(id);
    });
  }
}
