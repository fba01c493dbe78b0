import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { scopeOf } from '@shulian/lending-rules/policy/loan-policy';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  Problem,
  refuseIfStale,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { dayAsked, toPolicyRow, toPolicyView, type PolicyAsked, type PolicyView } from './policies.http.js';
import { CheckPolicyRows } from './check-policy-rows.step.js';
import { PoliciesRepository } from './policies.repository.js';
import { policyActivated } from './policy.events.js';

/** Puts a new version of the rules of the county or of a school in force. Loans keep the rules they were made under. */
@Injectable()
export class ActivatePolicy {
  constructor(
    private readonly once: OncePerKey,
    private readonly checkRows: CheckPolicyRows,
    private readonly clock: Clock,
  ) {}

  /**
   * @param expected the version the caller builds on; needed where the scope has one already
   * @throws Problem 400 for rows that contradict each other or cannot hold, or a day in the past, 403, 412, 422 for a school or a class
   * that is not there, 428
   */
  async execute(
    caller: Caller,
    input: PolicyAsked,
    expected: number | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(input.schoolId) satisfies SchoolId | null;
    const today = this.clock.today();
    const effectiveOn = dayAsked(input.effectiveOn, today);
    if (effectiveOn < today) throw invalid({ pointer: '/effectiveOn', code: 'in-the-past' });
    const rows = input.rows.map((row) => toPolicyRow(row, newId()));
    await this.checkRows.execute(schoolId, rows);
    return this.once.run(request, 200, async (tx): Promise<PolicyView> => {
      const newest = await tx.use(PoliciesRepository).lockNewest(schoolId);
      if (newest > 0 && expected === null) throw new Problem(428, 'version.required');
      if (expected !== null) refuseIfStale(expected, newest);
      const policy = { id: newId(), schoolId, version: newest + 1, effectiveOn, rows };
      await tx.use(PoliciesRepository).add(policy, { at: this.clock.instant(), by: caller.id });
      await tx.outbox.append(policyActivated(policy));
      const ofScope = await tx.use(PoliciesRepository).daysOf(schoolId);
      return toPolicyView({ ...policy, scope: scopeOf(schoolId), ofScope }, today);
    });
  }
}
