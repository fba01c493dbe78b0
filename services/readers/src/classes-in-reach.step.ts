import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { denied, unknownReference, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { ClassesRepository } from './classes/classes.repository.js';
import type { SchoolClass } from './classes/rules/school-class.js';

/**
 * The classes of a school that a caller reaches, or null: the whole school.
 * @throws Problem 403 for a class that is not the caller's
 */
export function classesInReach(
  { reach }: Caller,
  schoolId: string,
  classId: string | undefined,
): string[] | null {
  if (reachesSchool(reach, schoolId)) return null;
  if (classId !== undefined && !reach.classes.has(classId)) throw denied();
  return [...reach.classes].filter(([, school]) => school === schoolId).map(([id]) => id);
}

type OfClass = { readonly schoolId: string; readonly classId: string };

/** Whether the caller reaches the school, or the class, that something is of. */
export const isInReach = ({ reach }: Caller, { schoolId, classId }: OfClass): boolean =>
  reachesSchool(reach, schoolId) || reach.classes.has(classId);

/** @throws Problem 404 for what is of no class, or no school, that the caller reaches */
export function refuseOutOfReach<Thing extends OfClass>(
  caller: Caller,
  thing: Thing | null | undefined,
): asserts thing is Thing {
  if (thing === null || thing === undefined || !isInReach(caller, thing)) throw unknownThing();
}

/** The class of the school that the caller names in a body. @throws Problem 422 for one that is not there or out of reach */
export async function classNamed(
  tx: Tx,
  caller: Caller,
  schoolId: SchoolId,
  classId: string,
): Promise<SchoolClass> {
  const schoolClass = await tx.use(ClassesRepository).byId(classId as SchoolClassId);
  if (schoolClass?.schoolId !== schoolId || !isInReach(caller, { schoolId, classId: schoolClass.id }))
    throw unknownReference('/classId');
  return schoolClass;
}
