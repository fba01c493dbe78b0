import type { CalendarDay, TitleId } from '@shulian/contracts/ids';
import type { CirculationStore } from '../circulation.store.js';
import { endHold, HoldMoved } from './end-hold.use-case.js';

/**
 * Two titles turned out to be one: who waits for the first waits for the second. Who waits for both keeps one hold: the
 * one whose copy lies ready, else the older; the other is cancelled, and announced as such.
 * @throws HoldMoved: run it again in a new transaction
 */
export async function mergeQueues(
  store: CirculationStore,
  from: TitleId,
  into: TitleId,
  today: CalendarDay,
): Promise<void> {
  if (from === into) return;
  const seen = await store.holds.doublesOf(from, into);
  // Locks in the order of the house: copies, readers, queues, each kind in the order of ids.
  const copies = seen.flatMap(({ state }) => (state.is === 'ready' ? [state.copyId] : []));
  for (const copyId of copies.sort()) await store.lentCopies.lock(copyId);
  for (const readerId of seen.map((hold) => hold.readerId).sort()) await store.borrowers.lock(readerId);
  for (const titleId of [from, into].sort()) await store.holds.lockQueue(titleId);
  const doubles = await store.holds.doublesOf(from, into);
  if (JSON.stringify(doubles) !== JSON.stringify(seen)) throw new HoldMoved();
  for (const { id } of doubles) await endHold(store, id, 'cancelled', today);
  await store.holds.moveQueue(from, into);
}
