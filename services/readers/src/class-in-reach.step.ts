import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { unknownReference, type Caller, type Tx } from '@shulian/service-kit';
import { ClassesRepository } from './classes/classes.repository.js';
import type { SchoolClass } from './classes/rules/school-class.js';

/** Whether the caller reaches all of a class: as its teacher, or with the whole school. */
export const reachesClass = (
  { reach }: Caller,
  schoolClass: { readonly id: string; readonly schoolId: string },
): boolean => reachesSchool(reach, schoolClass.schoolId) || reach.classes.has(schoolClass.id);

/** The class of the school that the caller names in a body. @throws Problem 422 for one that is not there or out of reach */
export async function classNamed(
  tx: Tx,
  caller: Caller,
  schoolId: SchoolId,
  classId: string,
): Promise<SchoolClass> {
  const schoolClass = await tx.use(ClassesRepository).byId(classId as SchoolClassId);
  if (schoolClass?.schoolId !== schoolId || !reachesClass(caller, schoolClass))
    throw unknownReference('/classId');
  return schoolClass;
}
