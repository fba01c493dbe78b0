import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, HoldId, TitleId } from '@shulian/contracts/ids';
import { readerIdOf, type WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import type { Tx } from '@shulian/service-kit';
import type { ClaimsMet } from '../desk/claims-on-copies.step.js';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { QueuesRepository, type Queue } from '../desk/queues.repository.js';
import { HoldMoved } from './end-hold.step.js';
import { holdEnded } from './hold.events.js';
import { HoldsRepository } from './holds.repository.js';
import { requeueHold } from './requeue-hold.step.js';
import { ended, type Hold } from './rules/hold.js';

/** A copy that is being lent; it and the reader are locked. */
type LentNow = { readonly titleId: TitleId; readonly copyId: CopyId; readonly borrower: WhoBorrows };

/**
 * What a loan does to holds: the reader's own wait for the title is over; a hold whose copy was lent to somebody else
 * (by an override) takes up its old place in the queue, or gets another copy that lies free. The title of a copy and that
 * of the hold it lay ready for differ while one of the two has not heard yet that they were merged.
 * @param holdOfCopy the hold the copy lay on the shelf for
 * @throws HoldMoved: run it again in a new transaction
 */
export async function fulfilHolds(
  tx: Tx,
  lent: LentNow,
  holdOfCopy: HoldId | null,
  today: CalendarDay,
): Promise<ClaimsMet> {
  const onShelf = holdOfCopy === null ? null : await tx.use(HoldsRepository).byId(holdOfCopy);
  const titles = new Set([lent.titleId, ...(onShelf === null ? [] : [onShelf.titleId])]);
  const over: ClaimsMet[] = [];
  for (const titleId of [...titles].sort()) {
    const queue = queueOf(await lockInOrder(tx, { queues: [titleId] }), titleId);
    // A merger may have taken it along while its queue was waited for.
    if (onShelf?.titleId === titleId && (await tx.use(HoldsRepository).byId(onShelf.id))?.titleId !== titleId)
      throw new HoldMoved();
    over.push(await endWaitsForTitle(tx, queue, lent, onShelf, today));
  }
  return {
    fulfilled: over.reduce((sum, { fulfilled }) => sum + fulfilled, 0),
    announcements: over.flatMap(({ announcements }) => announcements),
  };
}

async function endWaitsForTitle(
  tx: Tx,
  queue: Queue,
  lent: LentNow,
  onShelf: Hold | null,
  today: CalendarDay,
): Promise<ClaimsMet> {
  const announcements: Announcement[] = [];
  // A hold that is ready with another copy stays: that copy still lies on the shelf.
  const readerId = readerIdOf(lent.borrower);
  const open = readerId === null ? [] : await tx.use(HoldsRepository).openOf(readerId, queue.titleId);
  const own = open.filter(
    (hold) => hold.state.is === 'waiting' || (hold.state.is === 'ready' && hold.state.copyId === lent.copyId),
  );
  for (const hold of own) {
    const fulfilled = ended(hold, 'fulfilled', today, lent.copyId);
    if (hold.state.is === 'waiting') queue.waiting -= 1;
    queue.version += 1;
    await tx.use(HoldsRepository).change(fulfilled);
    announcements.push(holdEnded(fulfilled, queue.version));
  }
  if (onShelf !== null && onShelf.titleId === queue.titleId && onShelf.readerId !== readerId)
    announcements.push(...(await requeueHold(tx, queue, onShelf, 'copy-lent-to-another', today)));
  await tx.use(QueuesRepository).save(queue);
  return { fulfilled: own.length, announcements };
}
