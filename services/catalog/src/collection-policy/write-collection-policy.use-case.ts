import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type BodyError,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, CollectionPolicyId, SchoolId } from '@shulian/contracts/ids';
import { readClc } from '../classification/rules/clc-notation.js';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { CollectionPoliciesRepository, POLICY_ONCE_A_DAY } from './collection-policies.repository.js';
import type { CollectionPolicyAsked } from './collection-policy.http.js';
import {
  NATIONAL_STANDARD,
  targetFaults,
  type HoldingTarget,
  type LevelOfClass,
} from './rules/collection-policy.js';

/** A school writes down what it means to collect, from a day on; what does not hold yet is taken back. */
@Injectable()
export class WriteCollectionPolicy {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 with every place that is wrong, 409 `collection-policy.day-taken` */
  async write(
    caller: Caller,
    schoolId: SchoolId,
    input: CollectionPolicyAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    const effectiveOn = (input.effectiveOn ?? today) as CalendarDay;
    const { levels, targets, errors } = read(input);
    // What held yesterday is not written anew today.
    if (effectiveOn < today) errors.push({ pointer: '/effectiveOn', code: 'in-the-past' });
    if (errors.length > 0) throw invalid(...errors);
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const id = newId<CollectionPolicyId>();
    const policy = {
      id,
      schoolId,
      effectiveOn,
      reason: input.reason,
      primaryVolumes: input.volumesPerPupil?.primary ?? NATIONAL_STANDARD.primary,
      juniorVolumes: input.volumesPerPupil?.junior ?? NATIONAL_STANDARD.junior,
      seniorVolumes: input.volumesPerPupil?.senior ?? NATIONAL_STANDARD.senior,
      writtenOn: today,
      writtenBy: caller.id,
    };
    try {
      return await this.once.run(request, 201, async (tx) => {
        await tx.use(CollectionPoliciesRepository).add(policy, levels, targets);
        return tx.use(CollectionPoliciesRepository).view(id, today);
      });
    } catch (error) {
      throw violatedUnique(error) === POLICY_ONCE_A_DAY ? conflict('collection-policy.day-taken') : error;
    }
  }

  /** A version that began before today stays: it held. @throws Problem 404, 409 `collection-policy.held-already` */
  remove(caller: Caller, id: CollectionPolicyId, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const policies = tx.use(CollectionPoliciesRepository);
      const policy = await policies.locked(id);
      if (policy === null || !caller.mayWorkAt(policy.schoolId)) throw unknownThing();
      const today = this.clock.today();
      if (policy.effectiveOn < today) throw conflict('collection-policy.held-already');
      const view = await policies.view(id, today);
      await policies.remove(id);
      return view;
    });
  }
}

const read = (
  input: CollectionPolicyAsked,
): { readonly levels: LevelOfClass[]; readonly targets: HoldingTarget[]; readonly errors: BodyError[] } => {
  const errors: BodyError[] = [];
  const notation = (clc: string, pointer: string): string => {
    const found = readClc(clc);
    if (found.is === 'valid') return found.notation;
    errors.push({ pointer, code: 'clc.invalid' });
    return clc;
  };
  const levels = (input.levels ?? []).map(({ clc, level, subject, reason }, at) => ({
    clc: notation(clc, `/levels/${String(at)}/clc`),
    level,
    subject: subject ?? null,
    reason,
  }));
  levels.forEach(({ clc }, at) => {
    if (levels.findIndex((other) => other.clc === clc) !== at)
      errors.push({ pointer: `/levels/${String(at)}/clc`, code: 'named-twice' });
  });
  const targets = (input.targets ?? []).map((target, at) => ({
    number: at + 1,
    name: target.name,
    audience: target.audience,
    category: target.category,
    clcs: (target.clcs ?? []).map((clc, place) =>
      notation(clc, `/targets/${String(at)}/clcs/${String(place)}`),
    ),
    kind: target.kind ?? null,
    tag: target.tag ?? null,
    share: target.share ?? null,
    volumes: target.volumes ?? null,
  }));
  errors.push(...targetFaults(targets));
  return { levels, targets, errors };
};
