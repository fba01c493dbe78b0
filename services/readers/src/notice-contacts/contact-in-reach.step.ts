import { reachesReader, reachesSchool } from '@shulian/contracts/access';
import type { Caller } from '@shulian/service-kit';
import type { ContactRow } from './notice-contact.row.js';

type Of = Pick<ContactRow, 'whose' | 'readerId' | 'schoolId' | 'classId' | 'accountId'>;

/** Whether the caller sees to this contact: school, class, or the person. A pupil does not see to that of a guardian. */
export function reachesContact(
  caller: Caller,
  { whose, readerId, schoolId, classId, accountId }: Of,
): boolean {
  const { reach } = caller;
  if (whose === 'teacher')
    return reachesSchool(reach, schoolId) || (accountId === caller.id && caller.mayWorkAt(schoolId));
  if (readerId === null) return false;
  const ofOthers = whose === 'guardian' ? { ...reach, readers: new Set<string>() } : reach;
  return reachesReader(ofOthers, { readerId, schoolId, classId });
}
