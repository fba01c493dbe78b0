import { Injectable } from '@nestjs/common';
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
import { reachesReader } from '@shulian/contracts/access';
import type { ReaderId } from '@shulian/contracts/ids';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import type { GuardianAsked } from './guardians.http.js';
import { GuardiansRepository } from './guardians.repository.js';

/** A parent or guardian of a pupil is entered, with or without a consent yet (RDR-015). */
@Injectable()
export class EnterGuardian {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a pupil out of reach, 409 `guardian.known` */
  execute(caller: Caller, input: GuardianAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    const { name, relation, contact = null, consentHow = null } = input;
    return this.oncePerKey.run(request, 201, async (tx) => {
      const pupil = await tx.use(ReadersRepository).lockedOne(input.readerId as ReaderId);
      const isPupil = pupil?.kind === 'student' && pupil.presence.is === 'active';
      if (pupil === null || !isPupil || !reachesReader(caller.reach, { ...pupil, readerId: pupil.id }))
        throw unknownReference('/readerId');
      const guardians = tx.use(GuardiansRepository);
      const id = newId();
      const { schoolId, id: readerId } = pupil;
      const consentOn = consentHow === null ? null : today;
      const guardian = { id, schoolId, readerId, name, relation, contact, consentOn, consentHow };
      if (!(await guardians.add(guardian, today, caller.id))) throw conflict('guardian.known');
      await logSight(tx, this.clock.now(), caller, 'guardians.create', pupil);
      return guardians.view(id);
    });
  }
}
