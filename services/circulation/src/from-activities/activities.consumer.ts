import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ReadingNoteAcceptedV1 } from '@shulian/contracts/activities';
import { Digests, type Digesting } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';

const ROOM = 'from-activities';

@Controller()
export class ActivitiesConsumer {
  /** The gate opens: the reader may borrow as many again before the next note is due (CIR-028). */
  @Digests(ROOM, ReadingNoteAcceptedV1)
  accepted(
    @Payload() event: ReadingNoteAcceptedV1,
    @Ctx() { store }: Digesting<CirculationStore>,
  ): Promise<void> {
    return store.borrowers.noteAccepted(event.data.readerId);
  }
}
