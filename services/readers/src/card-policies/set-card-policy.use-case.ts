import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { CardPoliciesRepository } from './card-policies.repository.js';
import { toPolicyView, type CardPolicyAsked } from './card-policies.http.js';
import { gradesOfSchool } from './card-policies.query.js';
import type { CardPolicy } from './rules/entitlement.js';

/** A school says to whom it gives cards (RDR-004). Cards that are out stay as they are. */
@Injectable()
export class SetCardPolicy {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 412 for a policy that somebody changed meanwhile */
  execute(
    caller: Caller,
    schoolId: SchoolId,
    version: number,
    input: CardPolicyAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      if ((await tx.use(SchoolsRepository).locked(schoolId)) === null) throw unknownThing();
      const policies = tx.use(CardPoliciesRepository);
      const before = await policies.of(schoolId);
      refuseIfStale(version, before.version);
      const policy: CardPolicy = {
        schoolId,
        grades: input.grades === null ? null : [...input.grades].sort((a, b) => a - b),
        kinds: input.kinds,
        version: before.version + 1,
        changedOn: today,
        changedBy: caller.id,
      };
      await policies.put(policy);
      return toPolicyView(policy, await gradesOfSchool(tx.session, schoolId, today));
    });
  }
}
