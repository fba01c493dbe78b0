import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ReadingNoteAcceptedV1, ReadingNoteHandedInV1 } from '@shulian/contracts/activities';
import { Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { knownReadingNoteAfter } from './known-reading-note.projection.js';
import { KnownReadingNotesRepository } from './known-reading-notes.repository.js';

const ROOM = 'from-activities';

/** What the catalogue hears of reading notes: one that a teacher accepted may stand with a book that its reader bought. */
@PassesOver(ROOM, ReadingNoteHandedInV1)
@Controller()
export class ActivitiesConsumer {
  @Digests(ROOM, ReadingNoteAcceptedV1)
  accepted(@Payload() event: ReadingNoteAcceptedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownReadingNotesRepository).know(knownReadingNoteAfter(event));
  }
}
