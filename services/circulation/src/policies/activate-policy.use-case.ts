import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  OncePerKey,
  Problem,
  refuseIfStale,
  type Answer,
  type Caller,
  type DeskRequest,
  newId,
} from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { contradictions, scopeOf } from '../lending/rules/loan-policy.js';
import { dayAsked, toPolicyRow, type PolicyAsked, type PolicyView } from './policies.http.js';
import { policyActivated } from './policy.events.js';

/** Puts a new version of the rules of the county or of a school in force. Loans keep the rules they were made under. */
@Injectable()
export class ActivatePolicy {
  constructor(
    private readonly once: OncePerKey<CirculationStore>,
    private readonly clock: Clock,
  ) {}

  /**
   * @param expected the version the caller builds on; needed where the scope has one already
   * @throws Problem 400 for rows that contradict each other or a day in the past, 403, 412, 428
   */
  execute(
    caller: Caller,
    asked: PolicyAsked,
    expected: number | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(asked.schoolId) satisfies SchoolId | null;
    const today = this.clock.today();
    const effectiveOn = dayAsked(asked.effectiveOn, today);
    if (effectiveOn < today) throw invalid({ pointer: '/effectiveOn', code: 'in-the-past' });
    const rows = asked.rows.map((row) => toPolicyRow(row, newId()));
    const wrong = contradictions(rows);
    if (wrong.length > 0)
      throw invalid(
        ...wrong.map((place) => ({ pointer: `/rows/${place}`, code: 'contradicts-another-row' })),
      );
    return this.once.run(request, 200, async (store): Promise<PolicyView> => {
      const newest = await store.policies.lockNewest(schoolId);
      if (newest > 0 && expected === null) throw new Problem(428, 'version.required');
      if (expected !== null) refuseIfStale(expected, newest);
      const policy = { id: newId(), schoolId, version: newest + 1, effectiveOn, rows };
      await store.policies.add(policy, { at: this.clock.instant(), by: caller.id });
      await store.outbox.append(policyActivated(policy));
      return { ...policy, scope: scopeOf(schoolId) };
    });
  }
}
