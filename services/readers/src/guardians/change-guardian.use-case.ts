import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { reachesReader } from '@shulian/contracts/access';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { forgetContactOfGuardian } from '../notice-contacts/forget-contact.step.js';
import type { GuardianChange } from './guardians.http.js';
import { GuardiansRepository, type Guardian } from './guardians.repository.js';

/** A guardian agrees, or withdraws the consent: then nobody may call any more, and the contact is forgotten. */
@Injectable()
export class ChangeGuardian {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 412 stale, 409 `guardian.no-consent` for withdrawing what was never given */
  execute(
    caller: Caller,
    id: string,
    version: number,
    input: GuardianChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const guardians = tx.use(GuardiansRepository);
      const before = await guardians.locked(id);
      if (before === null || !reachesReader(caller.reach, before)) throw unknownThing();
      refuseIfStale(version, before.version);
      const changed: Guardian = {
        ...before,
        relation: input.relation ?? before.relation,
        contact: input.contact === undefined ? before.contact : input.contact,
        version: before.version + 1,
      };
      const agreed: Guardian =
        input.consentHow === undefined
          ? changed
          : { ...changed, consentHow: input.consentHow, consentOn: today, withdrawnOn: null };
      if (input.withdrawn === true && agreed.consentOn === null) throw conflict('guardian.no-consent');
      await guardians.change(
        input.withdrawn === true ? { ...agreed, withdrawnOn: today, contact: null } : agreed,
      );
      if (input.withdrawn === true) await forgetContactOfGuardian(tx, id);
      await logSight(tx, this.clock.now(), caller, 'guardians.change', {
        id: before.readerId,
        schoolId: before.schoolId,
      });
      return guardians.view(id);
    });
  }
}
