import type { SchoolId } from '@shulian/contracts/ids';
import type { Candidate } from '@shulian/lending-rules/lending/which-copy';
import type { Caller } from '@shulian/service-kit';
import type { SeenCopy } from './return.facts.js';

/** Copies as the rule of the barcode asks about them, for a caller at the desk of a school. */
export function candidatesFor(
  { reach }: Caller,
  schoolId: SchoolId,
  copies: readonly SeenCopy[],
): (SeenCopy & Candidate)[] {
  const ours = new Set([...reach.schools, ...reach.classes.values()]);
  const isOurs = (id: string): boolean => reach.county || ours.has(id);
  return copies.map((copy) => ({
    ...copy,
    own: copy.schoolId === schoolId,
    lent: copy.loan !== null,
    visible:
      isOurs(copy.schoolId) ||
      (copy.loan !== null && (isOurs(copy.loan.lendingSchoolId) || isOurs(copy.loan.readerSchoolId))),
    withdrawn: copy.stockState === 'withdrawn',
  }));
}
