import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { CirculationStore } from '../circulation.store.js';
import type { Queue } from './holds.repository.js';
import { waitingAgain, type Hold } from './rules/hold.js';
import { putAside, shelveFor } from './shelve-for-next-hold.use-case.js';

/**
 * A hold whose copy went elsewhere takes up its old place in the queue, or gets another copy that lies free. The queue is
 * locked and changed here; the caller saves it, and moves the copy that went.
 */
export async function queueAgain(
  store: CirculationStore,
  queue: Queue,
  ready: Hold,
  today: CalendarDay,
): Promise<readonly Announcement[]> {
  const hold = waitingAgain(ready);
  await store.holds.change(hold);
  queue.waiting += 1;
  const free = await store.lentCopies.lockFree(hold.titleId, hold.pickupSchoolId, hold.wantedCopyId);
  if (free === null) return [];
  const shelved = await shelveFor(store, queue, hold, free.copyId, today, await store.rulesOf(free.schoolId));
  return putAside(store, free, shelved);
}
