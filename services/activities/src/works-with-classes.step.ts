import { reachesSchool } from '@shulian/contracts/access';
import type { Caller } from '@shulian/service-kit';

/** Whether the caller is of the staff of a school: of its library, or a teacher of one of its classes. A class helper is a pupil. */
export const worksWithClasses = ({ reach }: Caller, schoolId: string): boolean =>
  reachesSchool(reach, schoolId) ||
  (reach.roles.has('teacher') && [...reach.classes.values()].includes(schoolId));
