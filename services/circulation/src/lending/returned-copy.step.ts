import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import type { Reason } from '@shulian/lending-rules/desk/reason';
import type { TakenBack } from '@shulian/lending-rules/lending/taken-back';
import { whichCopy } from '@shulian/lending-rules/lending/which-copy';
import { denied, Refused, type Caller } from '@shulian/service-kit';
import { reachesBorrower } from '../desk/desk-rights.step.js';
import { candidatesFor } from './return-candidates.step.js';
import type { SeenCopy, SeenForReturn } from './return.facts.js';

/**
 * Whether another school has to do with it: the copy belongs to one, was lent by one, or may be on its way. Then where it
 * is has to be written, too.
 */
export const concernsOtherSchool = (
  { schoolId, state, loan }: Pick<SeenCopy, 'schoolId' | 'state' | 'loan'>,
  atSchoolId: SchoolId,
): boolean =>
  schoolId !== atSchoolId ||
  state === 'in-transit' ||
  state === 'lost' ||
  (loan !== null && loan.lendingSchoolId !== atSchoolId);

/** A copy that waits here to be sent, and was scanned once more. */
export const stayed = ({ state, version }: SeenCopy): TakenBack => ({
  loan: null,
  next: 'transfer',
  state,
  released: false,
  version,
});

/** The copy that is meant; one that is not visible is taken back by a desk of the whole school, where its own allows it. @throws Refused; Problem 403 for a loan of a class that is none of the caller's business */
export function meant(
  { caller, schoolId }: { readonly caller: Caller; readonly schoolId: SchoolId },
  { copies }: SeenForReturn,
): SeenCopy & { readonly visible: boolean } {
  const found = whichCopy(candidatesFor(caller, schoolId, copies));
  if (found === null) throw new Refused('return.refused', [deny('copy.unknown')]);
  const { copy, alike } = found;
  if (alike > 0 && !copy.visible) throw new Refused('return.refused', [deny('copy.of-another-school')]);
  if (alike > 0 && !copy.own) throw new Refused('return.refused', [deny('copy.barcode-ambiguous')]);
  if (copy.visible) refuseForeignClass(caller, schoolId, copy);
  return copy;
}

/** Who works for one class takes back its loans only; who has the desk of the school, whatever may be taken back there. */
function refuseForeignClass(caller: Caller, schoolId: SchoolId, { loan, classId }: SeenCopy): void {
  if (loan === null || reachesSchool(caller.reach, schoolId)) return;
  if (!reachesBorrower(caller, { who: loan.borrower, schoolId: loan.readerSchoolId, classId }))
    throw denied();
}

export const deny = (code: Reason['code']): Reason => ({ code, severity: 'deny', overridable: false });
