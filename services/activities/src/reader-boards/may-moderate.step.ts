import { reachesSchool } from '@shulian/contracts/access';
import type { Caller } from '@shulian/service-kit';

/** Whether the caller looks through a board: people of the library all of the school, a teacher that of the own class. */
export const mayModerate = (
  { reach }: Caller,
  { schoolId, classId }: { readonly schoolId: string; readonly classId: string | null },
): boolean => reachesSchool(reach, schoolId) || (classId !== null && reach.classes.get(classId) === schoolId);
