import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { LegalHoldView } from './forgetting.http.js';
import { LegalHoldsRepository } from './legal-holds.repository.js';

/** The matter is closed: what is due of the reader is forgotten with the next night. */
@Injectable()
export class LiftLegalHold {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `legal-hold.lifted` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<LegalHoldView> => {
      const holds = tx.use(LegalHoldsRepository);
      const found = await holds.locked(id);
      if (found === null || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
      if (found.liftedOn !== null) throw conflict('legal-hold.lifted');
      await holds.lift(id, this.clock.today(), caller.id);
      return holds.view(id);
    });
  }
}
