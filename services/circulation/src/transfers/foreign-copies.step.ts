import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { AwayCopiesRepository } from './away-copies.repository.js';
import { VisitsFacts } from './visits.facts.js';

type Copy = { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId };

/** The school where a copy, locked, lies: its own, or where it was brought to. */
export const placeOfCopy = async (
  tx: Tx,
  { copyId, schoolId }: Pick<Copy, 'copyId' | 'schoolId'>,
): Promise<SchoolId> => (await tx.use(AwayCopiesRepository).placeOf(copyId)) ?? schoolId;

/** Whether a copy that is scanned at a school may serve who waits there. */
export const mayServeAt = async (tx: Tx, copy: Copy, atSchoolId: SchoolId): Promise<boolean> =>
  copy.schoolId === atSchoolId || tx.use(VisitsFacts).mayStay(copy);

/** Whether a school that has nothing to do with a copy may take it in: on loan where its school allows it, else when it was sent there. */
export const mayTakeIn = (
  tx: Tx,
  copy: Copy & { readonly loan: unknown },
  atSchoolId: SchoolId,
): Promise<boolean> =>
  copy.loan === null
    ? tx.use(VisitsFacts).isExpected(copy.copyId, atSchoolId)
    : tx.use(VisitsFacts).takesBack(copy.schoolId);
