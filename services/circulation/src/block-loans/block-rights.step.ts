import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import { classIdOf, type WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import type { Caller } from '@shulian/service-kit';
import { reachesBorrower } from '../desk/desk-rights.step.js';

/** Seen by the school that sent it, and by whoever works for the class it went to. */
export const reachesBlock = (
  caller: Caller,
  { schoolId, who }: { readonly schoolId: SchoolId; readonly who: WhoBorrows },
): boolean =>
  reachesSchool(caller.reach, schoolId) ||
  reachesBorrower(caller, { who, schoolId, classId: classIdOf(who) });
