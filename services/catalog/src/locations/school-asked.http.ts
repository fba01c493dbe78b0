import type { SchoolId } from '@shulian/contracts/ids';
import type { Caller } from '@shulian/service-kit';

/**
 * The school whose places are asked for: everybody may see those of any school, and means the own one where none is named.
 * @throws Problem 400 `request.school-needed` when the caller has none, or several
 */
export const schoolAsked = (caller: Caller, input: string | undefined): SchoolId => {
  if (input !== undefined) return input as SchoolId;
  const { claims } = caller;
  const own = claims.kind === 'client' ? claims.schools : claims.grants.map(({ schoolId }) => schoolId);
  const [only, ...others] = [...new Set((own ?? []).filter((id) => id !== undefined))];
  return only !== undefined && others.length === 0 ? (only as SchoolId) : caller.schoolFor();
};
