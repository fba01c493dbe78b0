import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { LendingSharesRepository } from '../lending-shares/lending-shares.repository.js';
import { AwayCopiesRepository } from './away-copies.repository.js';
import { VisitsFacts } from './visits.facts.js';

type Copy = { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId };

/** The school where a copy, locked, lies: its own, or where it was brought to. */
export const placeOfCopy = async (
  tx: Tx,
  { copyId, schoolId }: Pick<Copy, 'copyId' | 'schoolId'>,
): Promise<SchoolId> => (await tx.use(AwayCopiesRepository).placeOf(copyId)) ?? schoolId;

/**
 * Whether a copy, locked, that is scanned at a school may serve who waits there. One that was not sent by its school but
 * brought by a reader is held to what that lets go: no new ones, and no more than it may have out. The queue of the title is
 * locked for that, and the row of the lending school after it.
 */
export async function mayServeAt(
  tx: Tx,
  copy: Copy,
  atSchoolId: SchoolId,
  today: CalendarDay,
): Promise<boolean> {
  if (copy.schoolId === atSchoolId) return true;
  const visits = tx.use(VisitsFacts);
  if (!(await visits.mayStay(copy))) return false;
  if (await visits.isOut(copy.copyId)) return true;
  if (await visits.isNew(copy.copyId, today)) return false;
  await lockInOrder(tx, { queues: [copy.titleId] });
  const room = await tx.use(LendingSharesRepository).lockRoomOf([copy.schoolId]);
  return (room.get(copy.schoolId) ?? 0) > 0;
}

/** Whether a school that has nothing to do with a copy may take it in: on loan where its school allows it, else when it was sent there. */
export const mayTakeIn = (
  tx: Tx,
  copy: Copy & { readonly loan: unknown },
  atSchoolId: SchoolId,
): Promise<boolean> =>
  copy.loan === null
    ? tx.use(VisitsFacts).isExpected(copy.copyId, atSchoolId)
    : tx.use(VisitsFacts).takesBack(copy.schoolId);
