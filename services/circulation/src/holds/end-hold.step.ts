import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, HoldId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { BorrowersRepository } from '../desk/borrowers.repository.js';
import { LentCopiesRepository, type LentCopy } from '../desk/lent-copies.repository.js';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { moveCopy } from '../desk/move-copy.step.js';
import { QueuesRepository, type Queue } from '../desk/queues.repository.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { leaveForHome } from '../transfers/begin-transfer.step.js';
import { mayServeAt, placeOfCopy } from '../transfers/foreign-copies.step.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { holdEnded } from './hold.events.js';
import { HoldsRepository } from './holds.repository.js';
import { ended, isOpen, type Hold } from './rules/hold.js';
import { shelveForNextHold } from './shelve-for-next-hold.step.js';

/**
 * Ends a hold and passes its copy on: to the next in the queue, or back to the shelf. A hold that has ended already
 * stays as it is; null when there is no such hold.
 * @param mayEnd looked at under the locks
 * @throws HoldMoved: run it again in a new transaction, as `Transaction` does
 */
export async function endHold(
  tx: Tx,
  id: HoldId,
  how: 'cancelled' | 'expired',
  today: CalendarDay,
  mayEnd: (hold: Hold) => boolean = () => true,
): Promise<Hold | null> {
  const before = await tx.use(HoldsRepository).byId(id);
  if (before === null || !isOpen(before)) return before;
  // The copy is known only from a look without its lock.
  const copyId = before.state.is === 'ready' ? before.state.copyId : null;
  const locked = await lockInOrder(tx, {
    copies: copyId === null ? [] : [copyId],
    borrowers: [before.readerId],
    queues: [before.titleId],
  });
  const copy = copyId === null ? undefined : locked.copies.get(copyId);
  const borrower = locked.borrowers.get(before.readerId);
  const queue = queueOf(locked, before.titleId);
  const hold = await tx.use(HoldsRepository).byId(id);
  if (hold === null || borrower === undefined || !isOpen(hold) || !mayEnd(hold)) return hold;
  if (copyOnShelf(hold) !== copyOnShelf(before) || hold.titleId !== before.titleId) throw new HoldMoved();

  const over = ended(hold, how, today);
  if (hold.state.is === 'waiting') queue.waiting -= 1;
  queue.version += 1;
  await tx.use(HoldsRepository).change(over);
  await tx.use(BorrowersRepository).save(hold.readerId, {
    ...borrower,
    version: borrower.version + 1,
    openHolds: borrower.openHolds - 1,
  });
  const announcements = [
    holdEnded(over, queue.version),
    ...(copy === undefined ? [] : await passOn(tx, queue, copy, today)),
  ];
  await tx.use(QueuesRepository).save(queue);
  await tx.outbox.append(...announcements);
  return over;
}

/**
 * Between the look and the locks the hold got or lost its copy, or went to another title. To lock that one now would be against the order of
 * locks, so the transaction gives up what it has and begins anew: the code is that of a serialization failure.
 */
export class HoldMoved extends Error {
  readonly code = '40001';
}

const copyOnShelf = (hold: Hold): string | null => (hold.state.is === 'ready' ? hold.state.copyId : null);

/** A copy that lay on the hold shelf goes to the next reader there, or back: to the shelf, or home to its school. */
async function passOn(
  tx: Tx,
  queue: Queue,
  copy: LentCopy,
  today: CalendarDay,
): Promise<readonly Announcement[]> {
  // Its title may have been merged, and the copy or the hold heard of it first: then the copy is looked at by itself.
  if (copy.titleId !== queue.titleId) await tx.use(HoldReviewsRepository).ofTitle(copy.titleId);
  const at = await placeOfCopy(tx, copy);
  const mayServe =
    copy.stockState === 'lendable' &&
    copy.titleId === queue.titleId &&
    (await mayServeAt(tx, copy, at, today));
  const shelved = mayServe
    ? await shelveForNextHold(
        tx,
        queue,
        { ...copy, schoolId: at },
        today,
        await tx.use(SchoolRulesFacts).of(at),
      )
    : null;
  if (shelved !== null) {
    await tx.use(LentCopiesRepository).change({ ...copy, state: 'hold-shelf', hold: shelved.hold });
    return shelved.announcements;
  }
  // Who waits at another school may have it.
  if (queue.waiting > 0) await tx.use(HoldReviewsRepository).ofTitle(queue.titleId);
  if (at !== copy.schoolId) return leaveForHome(tx, copy, at, today);
  const next = copy.stockState === 'withdrawn' ? 'withdrawn' : 'shelf';
  return [await moveCopy(tx, copy, { state: 'in', hold: null }, next)];
}
