import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, HoldId } from '@shulian/contracts/ids';
import type { CirculationStore } from '../circulation.store.js';
import { moveCopy } from '../lending/move-copy.use-case.js';
import { holdEnded } from './hold.events.js';
import type { Queue } from './holds.repository.js';
import { ended, isOpen, type Hold } from './rules/hold.js';
import { shelveForNextHold } from './shelve-for-next-hold.use-case.js';

type Copy = NonNullable<Awaited<ReturnType<CirculationStore['lentCopies']['lock']>>>;

/**
 * Ends a hold and passes its copy on: to the next in the queue, or back to the shelf. A hold that has ended already
 * stays as it is; null when there is no such hold.
 * @param mayEnd looked at under the locks
 * @throws HoldMoved: run it again in a new transaction, as `Transaction` does
 */
export async function endHold(
  store: CirculationStore,
  id: HoldId,
  how: 'cancelled' | 'expired',
  today: CalendarDay,
  mayEnd: (hold: Hold) => boolean = () => true,
): Promise<Hold | null> {
  const before = await store.holds.byId(id);
  if (before === null || !isOpen(before)) return before;
  // Locks in the order of the house: copy, reader, queue. The copy is known only from a look without them.
  const copy = before.state.is === 'ready' ? await store.lentCopies.lock(before.state.copyId) : null;
  const borrower = await store.borrowers.lock(before.readerId);
  const queue = await store.holds.lockQueue(before.titleId);
  const hold = await store.holds.byId(id);
  if (hold === null || borrower === null || !isOpen(hold) || !mayEnd(hold)) return hold;
  if (copyOnShelf(hold) !== copyOnShelf(before)) throw new HoldMoved();

  const over = ended(hold, how, today);
  if (hold.state.is === 'waiting') queue.waiting -= 1;
  queue.version += 1;
  await store.holds.change(over);
  await store.borrowers.save(hold.readerId, {
    ...borrower,
    version: borrower.version + 1,
    openHolds: borrower.openHolds - 1,
  });
  const announcements = [
    holdEnded(over, queue.version),
    ...(copy === null ? [] : await passOn(store, queue, copy, today)),
  ];
  await store.holds.saveQueue(queue);
  await store.outbox.append(...announcements);
  return over;
}

/**
 * Between the look and the locks the hold got or lost its copy. To lock that one now would be against the order of
 * locks, so the transaction gives up what it has and begins anew: the code is that of a serialization failure.
 */
export class HoldMoved extends Error {
  readonly code = '40001';
}

const copyOnShelf = (hold: Hold): string | null => (hold.state.is === 'ready' ? hold.state.copyId : null);

/** A copy that lay on the hold shelf goes to the next reader, or back. */
async function passOn(
  store: CirculationStore,
  queue: Queue,
  copy: Copy,
  today: CalendarDay,
): Promise<readonly Announcement[]> {
  // Its title may have been merged, and the copy or the hold heard of it first: then the sweep passes the copy on.
  const shelved =
    copy.stockState === 'lendable' && copy.titleId === queue.titleId
      ? await shelveForNextHold(store, queue, copy, today, await store.rulesOf(copy.schoolId))
      : null;
  if (shelved !== null) {
    await store.lentCopies.change({ ...copy, state: 'hold-shelf', hold: shelved.hold });
    return shelved.announcements;
  }
  const next = copy.stockState === 'withdrawn' ? 'withdrawn' : 'shelf';
  return [await moveCopy(store, copy, { state: 'in', hold: null }, next)];
}
