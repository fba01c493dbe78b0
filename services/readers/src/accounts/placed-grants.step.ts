import type { Grant } from '@shulian/contracts/access';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { invalid, type Tx, unknownReference } from '@shulian/service-kit';
import type { GrantView } from '../grant.http.js';
import { faultsOfGrant } from './rules/account.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

/** @throws Problem 400 for a grant whose place does not belong to its role */
export function refuseFaults(grants: readonly GrantView[]): void {
  const faults = grants.flatMap((grant, n) =>
    faultsOfGrant(grant).map(({ field, code }) => ({ pointer: `/grants/${n}/${field}`, code })),
  );
  if (faults.length > 0) throw invalid(...faults);
}

/** The grants with their schools filled in. @throws Problem 422 for a place that is not there */
export async function placedGrants(tx: Tx, grants: readonly GrantView[]): Promise<Grant[]> {
  const found: Grant[] = [];
  for (const [n, grant] of grants.entries()) found.push(await placed(tx, grant, `/grants/${n}`));
  return found;
}

async function placed(tx: Tx, grant: GrantView, pointer: string): Promise<Grant> {
  const { role, schoolId, classId, readerId } = grant;
  if (classId !== undefined) {
    const schoolClass = await tx.use(ClassesRepository).byId(classId as SchoolClassId);
    if (schoolClass === null || (schoolId !== undefined && schoolId !== schoolClass.schoolId))
      throw unknownReference(`${pointer}/classId`);
    const place = { role, schoolId: schoolClass.schoolId, classId: schoolClass.id };
    if (readerId === undefined) return place;
    const pupil = await tx.use(ReadersRepository).lockedOne(readerId as ReaderId);
    if (pupil?.schoolId !== schoolClass.schoolId) throw unknownReference(`${pointer}/readerId`);
    return { ...place, readerId: pupil.id };
  }
  if (readerId !== undefined) {
    const reader = await tx.use(ReadersRepository).lockedOne(readerId as ReaderId);
    if (reader === null || (schoolId !== undefined && schoolId !== reader.schoolId))
      throw unknownReference(`${pointer}/readerId`);
    return { role, schoolId: reader.schoolId, readerId: reader.id };
  }
  if (schoolId === undefined) return { role };
  const school = await tx.use(SchoolsRepository).byId(schoolId as SchoolId);
  if (school === null) throw unknownReference(`${pointer}/schoolId`);
  return { role, schoolId: school.id };
}
