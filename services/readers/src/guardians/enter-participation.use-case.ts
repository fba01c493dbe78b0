import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { ParticipationAsked } from './guardians.http.js';
import { GuardiansRepository } from './guardians.repository.js';

/** Parents took part in a reading activity, each by consent (RDR-015). */
@Injectable()
export class EnterParticipation {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day to come, 422 for a guardian of another school, 409 `guardian.no-consent` */
  execute(caller: Caller, input: ParticipationAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    if (input.tookPlaceOn > today) throw invalid({ pointer: '/tookPlaceOn', code: 'in-the-future' });
    const schoolId = caller.schoolFor(input.schoolId);
    const { activity, tookPlaceOn, pupils, guardianIds, note = null } = input;
    return this.oncePerKey.run(request, 201, async (tx) => {
      const guardians = tx.use(GuardiansRepository);
      const known = await guardians.agreeing(schoolId, guardianIds);
      if (known.length < guardianIds.length) throw unknownReference('/guardianIds');
      if (!known.every(({ agrees }) => agrees)) throw conflict('guardian.no-consent');
      const id = newId();
      const enteredBy = caller.id;
      const participation = { id, schoolId, activity, tookPlaceOn, pupils, note, enteredBy };
      await guardians.addParticipation(participation, guardianIds, today);
      return guardians.participation(id);
    });
  }
}
