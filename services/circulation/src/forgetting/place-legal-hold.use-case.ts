import { Injectable } from '@nestjs/common';
import type { ReaderId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { LegalHoldAsked, LegalHoldView } from './forgetting.http.js';
import { ForgettingPoliciesRepository } from './forgetting-policies.repository.js';
import { LegalHoldsRepository } from './legal-holds.repository.js';

/** Nothing of a reader is forgotten while a matter is open: a dispute, an inquiry. */
@Injectable()
export class PlaceLegalHold {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a reader out of reach, 409 `legal-hold.placed` */
  execute(
    caller: Caller,
    { readerId, reason }: LegalHoldAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx): Promise<LegalHoldView> => {
      const holds = tx.use(LegalHoldsRepository);
      const schoolId = await holds.schoolOf(readerId);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownReference('/readerId');
      await tx.use(ForgettingPoliciesRepository).lock(schoolId);
      const id = newId();
      const added = await holds.add({
        id,
        schoolId,
        readerId: readerId as ReaderId,
        reason,
        on: this.clock.today(),
        by: caller.id,
      });
      if (!added) throw conflict('legal-hold.placed');
      return holds.view(id);
    });
  }
}
