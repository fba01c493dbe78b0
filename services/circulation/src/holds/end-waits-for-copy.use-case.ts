import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import type { CirculationStore } from '../circulation.store.js';
import { endHold, HoldMoved } from './end-hold.use-case.js';

/**
 * A copy, locked, will not come: holds on just this copy are cancelled, and announced as such, also the one it lies
 * ready for. Who would take any copy of the title keeps the place. The queue is locked even when nobody waits: a hold
 * that is being placed at this moment either is seen here, or finds the copy lost or withdrawn (`hold.no-copies`).
 * @throws HoldMoved: run it again in a new transaction
 */
export async function endWaitsForCopy(
  store: CirculationStore,
  copyId: CopyId,
  today: CalendarDay,
): Promise<void> {
  const copy = await store.lentCopies.lock(copyId);
  if (copy === null) return;
  // Locks in the order of the house: copy, readers, queue. The reader of the loan is locked already, so the waiting ones
  // cannot all come in the order of ids: two losses that meet in this may deadlock, and one is then done again.
  const seen = await store.holds.openOnlyFor(copy);
  for (const readerId of seen.map((hold) => hold.readerId).sort()) await store.borrowers.lock(readerId);
  await store.holds.lockQueue(copy.titleId);
  const open = await store.holds.openOnlyFor(copy);
  if (JSON.stringify(open) !== JSON.stringify(seen)) throw new HoldMoved();
  for (const { id } of open) await endHold(store, id, 'cancelled', today);
}
