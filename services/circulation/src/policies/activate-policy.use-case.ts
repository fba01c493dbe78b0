import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  contradictions,
  lettingReferenceOut,
  scopeOf,
  type PolicyRow,
} from '@shulian/lending-rules/policy/loan-policy';
import {
  Arrivals,
  Clock,
  invalid,
  newId,
  OncePerKey,
  Problem,
  refuseIfStale,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { dayAsked, toPolicyRow, toPolicyView, type PolicyAsked, type PolicyView } from './policies.http.js';
import { PoliciesQuery } from './policies.query.js';
import { PoliciesRepository } from './policies.repository.js';
import { policyActivated } from './policy.events.js';

/** Puts a new version of the rules of the county or of a school in force. Loans keep the rules they were made under. */
@Injectable()
export class ActivatePolicy {
  constructor(
    private readonly once: OncePerKey,
    private readonly policies: PoliciesQuery,
    private readonly arrivals: Arrivals,
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
    refuseRows(rows);
    await this.refuseUnknown(schoolId, rows);
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

  /** Waits, outside any transaction, for what may be on its way (decision 9). @throws Problem 422 */
  private async refuseUnknown(schoolId: SchoolId | null, rows: readonly PolicyRow[]): Promise<void> {
    const classIds = rows.flatMap(({ classId }) => (classId === null ? [] : [classId]));
    let unknown = { school: schoolId !== null, classes: classIds as readonly string[] };
    await this.arrivals.wait(async () => {
      unknown = await this.policies.unknown(schoolId, classIds);
      return unknown.school || unknown.classes.length > 0 ? null : true;
    });
    if (unknown.school) throw unknownReference('/schoolId');
    const place = rows.findIndex(({ classId }) => classId !== null && unknown.classes.includes(classId));
    if (place >= 0) throw unknownReference(`/rows/${place}/classId`);
  }
}

/** @throws Problem 400 */
function refuseRows(rows: readonly PolicyRow[]): void {
  const wrong = [
    ...contradictions(rows).map((place) => ({ pointer: `/rows/${place}`, code: 'contradicts-another-row' })),
    ...lettingReferenceOut(rows).map((place) => ({
      pointer: `/rows/${place}/sets/mayLeaveRoom`,
      code: 'reference-never-leaves',
    })),
  ];
  if (wrong.length > 0) throw invalid(...wrong);
}
