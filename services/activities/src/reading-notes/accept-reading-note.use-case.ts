import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { ReadingNoteId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { readingNoteAccepted } from './reading-note.events.js';
import { toView } from './reading-notes.http.js';
import { accepted } from './rules/reading-note.js';
import { ReadingNotesRepository } from './reading-notes.repository.js';

/** A teacher of the class, or a librarian, accepts a note; the event opens the gate in circulation (CIR-028). */
@Injectable()
export class AcceptReadingNote {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a note out of reach, 409 `reading-note.already-accepted` */
  execute(caller: Caller, id: ReadingNoteId, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const note = await tx.use(ReadingNotesRepository).lockedById(id);
      if (note === null || !reachesReader(caller.reach, note)) throw unknownThing();
      const today = this.clock.today();
      const now = accepted(note, today, caller.id);
      if (now === null) throw conflict('reading-note.already-accepted');
      await tx.use(ReadingNotesRepository).change(now);
      await tx.outbox.append(readingNoteAccepted(now, today));
      return toView(now);
    });
  }
}
