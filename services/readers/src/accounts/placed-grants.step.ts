import type { Grant } from '@shulian/contracts/access';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { invalid, newId, type Tx, unknownReference } from '@shulian/service-kit';
import type { GrantView } from '../grant.http.js';
import type { HeldGrant } from './account.row.js';
import { faultsOfGrant } from './rules/account.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { PostsRepository } from '../posts/posts.repository.js';
import { SchoolClustersRepository } from '../school-clusters/school-clusters.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

/** @throws Problem 400 for a grant whose place or time does not belong to its role */
export function refuseFaults(grants: readonly GrantView[]): void {
  const faults = grants.flatMap((grant, n) =>
    faultsOfGrant(grant).map(({ field, code }) => ({ pointer: `/grants/${n}/${field}`, code })),
  );
  if (faults.length > 0) throw invalid(...faults);
}

export type GivenBy = { readonly id: string; readonly at: Date };

/** The grants with their schools filled in. @throws Problem 422 for a place that is not there */
export async function placedGrants(tx: Tx, grants: readonly GrantView[], by: GivenBy): Promise<HeldGrant[]> {
  const found: HeldGrant[] = [];
  for (const [n, grant] of grants.entries()) found.push(await placedGrant(tx, grant, by, `/grants/${n}`));
  return found;
}

/** One grant, where it holds. @param pointer of the grant in the body */
export async function placedGrant(
  tx: Tx,
  grant: GrantView,
  by: GivenBy,
  pointer: string,
): Promise<HeldGrant> {
  return {
    ...(await placed(tx, grant, pointer)),
    id: newId(),
    startsAt: instantOf(grant.startsAt),
    endsAt: instantOf(grant.endsAt),
    clusterId: grant.clusterId ?? null,
    postId: grant.postId ?? null,
    givenBy: by.id,
    givenAt: by.at,
  };
}

const instantOf = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));

async function placed(tx: Tx, grant: GrantView, pointer: string): Promise<Grant> {
  const { role, schoolId, classId, readerId, clusterId } = grant;
  if (clusterId !== undefined) {
    if (!(await tx.use(SchoolClustersRepository).keeps(clusterId)))
      throw unknownReference(`${pointer}/clusterId`);
    await refuseForeignPost(tx, grant, null, pointer);
    return { role };
  }
  if (classId !== undefined) {
    const schoolClass = await tx.use(ClassesRepository).byId(classId as SchoolClassId);
    if (schoolClass === null || (schoolId !== undefined && schoolId !== schoolClass.schoolId))
      throw unknownReference(`${pointer}/classId`);
    await refuseForeignPost(tx, grant, schoolClass.schoolId, pointer);
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
  await refuseForeignPost(tx, grant, school.id, pointer);
  return { role, schoolId: school.id };
}

/** A post of the county is for every school, one of a school for that school; and for its own role. */
async function refuseForeignPost(
  tx: Tx,
  { role, postId }: GrantView,
  schoolId: string | null,
  pointer: string,
): Promise<void> {
  if (postId === undefined) return;
  const post = await tx.use(PostsRepository).kept(postId);
  if (post?.role !== role || (post.schoolId !== null && post.schoolId !== schoolId))
    throw unknownReference(`${pointer}/postId`);
}
