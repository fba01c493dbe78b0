import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ReadingNoteAcceptedV1, ReadingNoteHandedInV1 } from '@shulian/contracts/activities';
import { Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { BorrowersRepository } from '../desk/borrowers.repository.js';

const ROOM = 'from-activities';

/** What circulation hears of reading notes; one that is handed in opens nothing yet. */
@PassesOver(ROOM, ReadingNoteHandedInV1)
@Controller()
export class ActivitiesConsumer {
  /** The gate opens: the reader may borrow as many again before the next note is due (CIR-028). */
  @Digests(ROOM, ReadingNoteAcceptedV1)
  accepted(@Payload() event: ReadingNoteAcceptedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(BorrowersRepository).noteAccepted(event.data.readerId);
  }
}
