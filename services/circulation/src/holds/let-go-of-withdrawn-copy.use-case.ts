import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import type { CirculationStore } from '../circulation.store.js';
import { moveCopy } from '../lending/move-copy.use-case.js';
import { endWaitsForCopy } from './end-waits-for-copy.use-case.js';
import { queueAgain } from './queue-again.use-case.js';

/**
 * What the catalogue's withdrawal of a copy, known already, does to holds: as with a loss, who waits for just this copy
 * waits no longer, and who wants the title keeps the place, even with no copy left: new ones may come. A hold the copy
 * lay ready for gets another copy that lies free, or takes up its old place. Only `withdrawn` is for good; whatever else
 * the stock says may become `lendable` again. A loan stays (decision 2). Done again it changes nothing.
 * @throws HoldMoved: run it again in a new transaction
 */
export async function letGoOfWithdrawnCopy(
  store: CirculationStore,
  copyId: CopyId,
  today: CalendarDay,
): Promise<void> {
  const copy = await store.lentCopies.lock(copyId);
  if (copy === null || copy.stockState !== 'withdrawn') return;
  await endWaitsForCopy(store, copyId, today);
  const onShelf = copy.holdId === null ? null : await store.holds.byId(copy.holdId);
  if (onShelf === null || onShelf.state.is !== 'ready') return;
  const queue = await store.holds.lockQueue(onShelf.titleId);
  const released = await moveCopy(store, copy, { state: 'in', hold: null }, 'withdrawn');
  const moved = await queueAgain(store, queue, onShelf, today);
  await store.holds.saveQueue(queue);
  await store.outbox.append(released, ...moved);
}
