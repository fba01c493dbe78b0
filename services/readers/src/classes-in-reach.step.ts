import { reachesSchool } from '@shulian/contracts/access';
import { denied, unknownThing, type Caller } from '@shulian/service-kit';

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
