import { unknownThing, type Caller } from '@shulian/service-kit';

/** What belongs to a school is written by those who work there; what belongs to the county, by the county. */
export const mayWriteFor = (caller: Caller, schoolId: string | null): boolean =>
  schoolId === null ? caller.reach.county : caller.mayWorkAt(schoolId);

/** @throws Problem 404 for what is not there, or others write */
export function writtenBy<Thing extends { readonly schoolId: string | null }>(
  caller: Caller,
  thing: Thing | null,
): Thing {
  if (thing === null || !mayWriteFor(caller, thing.schoolId)) throw unknownThing();
  return thing;
}
