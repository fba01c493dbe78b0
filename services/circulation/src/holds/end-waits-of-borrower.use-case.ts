import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, HoldId, ReaderId, TitleId } from '@shulian/contracts/ids';
import type { CirculationStore } from '../circulation.store.js';
import { holdEnded } from './hold.events.js';
import { queueAgain } from './queue-again.use-case.js';
import { ended } from './rules/hold.js';

/** A copy that is being lent; it and the reader are locked. */
type LentNow = { readonly titleId: TitleId; readonly copyId: CopyId; readonly readerId: ReaderId };

/** What came of the holds around a loan. */
export type WaitsEnded = { readonly fulfilled: number; readonly announcements: readonly Announcement[] };

/**
 * What a loan does to holds: the reader's own wait for the title is over; a hold whose copy was lent to somebody else
 * (by an override) gets another copy that lies free, or takes up its old place in the queue.
 * @param holdOfCopy the hold the copy lay on the shelf for
 */
export async function endWaitsOfBorrower(
  store: CirculationStore,
  lent: LentNow,
  holdOfCopy: HoldId | null,
  today: CalendarDay,
): Promise<WaitsEnded> {
  const queue = await store.holds.lockQueue(lent.titleId);
  const announcements: Announcement[] = [];
  // A hold that is ready with another copy stays: that copy still lies on the shelf.
  const own = (await store.holds.openOf(lent.readerId, lent.titleId)).filter(
    (hold) => hold.state.is === 'waiting' || (hold.state.is === 'ready' && hold.state.copyId === lent.copyId),
  );
  for (const hold of own) {
    const fulfilled = ended(hold, 'fulfilled', today, lent.copyId);
    if (hold.state.is === 'waiting') queue.waiting -= 1;
    queue.version += 1;
    await store.holds.change(fulfilled);
    announcements.push(holdEnded(fulfilled, queue.version));
  }
  const onShelf = holdOfCopy === null ? null : await store.holds.byId(holdOfCopy);
  if (onShelf !== null && onShelf.readerId !== lent.readerId)
    announcements.push(...(await queueAgain(store, queue, onShelf, today)));
  await store.holds.saveQueue(queue);
  return { fulfilled: own.length, announcements };
}
