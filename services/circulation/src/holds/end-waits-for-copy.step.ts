import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { endHold, HoldMoved } from './end-hold.step.js';
import { HoldsRepository } from './holds.repository.js';

/**
 * A copy, locked, will not come: holds on just this copy are cancelled, and announced as such, also the one it lies
 * ready for. Who would take any copy of the title keeps the place. The queue is locked even when nobody waits: a hold
 * that is being placed at this moment either is seen here, or finds the copy lost or withdrawn (`hold.no-copies`).
 * @throws HoldMoved: run it again in a new transaction
 */
export async function endWaitsForCopy(tx: Tx, copyId: CopyId, today: CalendarDay): Promise<void> {
  const copy = (await lockInOrder(tx, { copies: [copyId] })).copies.get(copyId);
  if (copy === undefined) return;
  // The reader of the loan is locked already, so the waiting ones cannot all come in the order of ids: two losses that meet
  // in this may deadlock, and one is then done again.
  const seen = await tx.use(HoldsRepository).openOnlyFor(copy);
  await lockInOrder(tx, { borrowers: seen.map(({ readerId }) => readerId), queues: [copy.titleId] });
  const open = await tx.use(HoldsRepository).openOnlyFor(copy);
  if (JSON.stringify(open) !== JSON.stringify(seen)) throw new HoldMoved();
  for (const { id } of open) await endHold(tx, id, 'cancelled', today);
}
