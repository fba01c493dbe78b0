import type { CalendarDay, HoldId, ReaderId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { ReadersAtDeskFacts } from '../desk/readers-at-desk.facts.js';
import { endHold } from './end-hold.step.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { HoldsRepository } from './holds.repository.js';

/**
 * Something is new of a reader, or was given back or settled: holds of one who left end; the queues of one who waits are
 * looked at, because one who was passed over may borrow again. Only noted here, since each of them is a transaction of
 * its own. A hold that is just being placed is waited for.
 */
export async function reviewReader(tx: Tx, readerId: ReaderId): Promise<void> {
  await lockInOrder(tx, { borrowers: [readerId] });
  const open = await tx.use(HoldsRepository).allOpenOf(readerId);
  if (open.length === 0) return;
  if (!(await tx.use(ReadersAtDeskFacts).isHere(readerId)))
    return tx.use(HoldReviewsRepository).ofHolds(open.map(({ id }) => id));
  const waiting = open.flatMap(({ state, titleId }) => (state.is === 'waiting' ? [titleId] : []));
  await tx.use(HoldReviewsRepository).ofTitles([...new Set(waiting)]);
}

/** The hold of a reader who left ends, and its copy goes to the next. @throws HoldMoved */
export async function reviewHold(tx: Tx, holdId: HoldId, today: CalendarDay): Promise<void> {
  const hold = await tx.use(HoldsRepository).byId(holdId);
  if (hold !== null && !(await tx.use(ReadersAtDeskFacts).isHere(hold.readerId)))
    await endHold(tx, holdId, 'cancelled', today);
}
