import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  contradictions,
  lettingReferenceOut,
  type PolicyRow,
} from '@shulian/lending-rules/policy/loan-policy';
import { Arrivals, invalid, unknownReference } from '@shulian/service-kit';
import { PoliciesQuery } from './policies.query.js';

/** Whether rows can be the rules of a scope: before they are put in force, and before they are tried. */
@Injectable()
export class CheckPolicyRows {
  constructor(
    private readonly policies: PoliciesQuery,
    private readonly arrivals: Arrivals,
  ) {}

  /** @throws Problem 400 for rows that contradict each other or cannot hold, 422 for a school or a class that is not there */
  async execute(schoolId: SchoolId | null, rows: readonly PolicyRow[]): Promise<void> {
    refuseRows(rows);
    await this.refuseUnknown(schoolId, rows);
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
