import type { CalendarDay, CopyId } from '@shulian/contracts/ids';
import { mayGoHome } from '@shulian/lending-rules/desk/reading-room';
import type { Tx } from '@shulian/service-kit';
import type { LentCopy } from '../desk/lent-copies.repository.js';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { moveCopy } from '../desk/move-copy.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { HoldMoved } from './end-hold.step.js';
import { endWaitsForCopy } from './end-waits-for-copy.step.js';
import { endRequest, requestOf } from '../transfers/end-request.step.js';
import { leaveForHome } from '../transfers/begin-transfer.step.js';
import { placeOfCopy } from '../transfers/foreign-copies.step.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { HoldsRepository } from './holds.repository.js';
import { requeueHold } from './requeue-hold.step.js';
import { isSuspendedOn } from './rules/hold.js';
import { putAside, shelveForNextHold } from './shelve-for-next-hold.step.js';

/**
 * The catalogue said something of a copy. One that lies ready and may not any more (missing, in repair, withdrawn, kept in
 * the room, of another school) leaves the hold shelf, and its reader is first in the queue again, or has another copy. A
 * withdrawn one ends the waits for just this copy, as a loss does; all else the stock says may become `lendable` again. A
 * loan stays (decision 2). One that lies free goes to the hold it serves. Done again it changes nothing.
 * @throws HoldMoved: run it again in a new transaction
 */
export async function reviewCopy(tx: Tx, copyId: CopyId, today: CalendarDay): Promise<void> {
  // The first look waits for the lock, and what it says of the stock may be older.
  if ((await lockCopy(tx, copyId)) === undefined) return;
  const copy = await lockCopy(tx, copyId);
  if (copy === undefined) return;
  if (copy.stockState === 'withdrawn') await endWaitsForCopy(tx, copyId, today);
  if (copy.state === 'hold-shelf') await leaveShelf(tx, copyId, today);
  else if (copy.state === 'in') await offer(tx, copy, today);
  else if (copy.state === 'in-transit') await releaseIdleRequest(tx, copy, today);
}

async function leaveShelf(tx: Tx, copyId: CopyId, today: CalendarDay): Promise<void> {
  // The end of the waits may have taken it from the shelf already.
  const copy = await lockCopy(tx, copyId);
  const ready = copy?.holdId == null ? null : await tx.use(HoldsRepository).byId(copy.holdId);
  if (copy === undefined || ready === null) return;
  const at = await placeOfCopy(tx, copy);
  if (mayGoHome(copy) && at === ready.pickupSchoolId) return;
  const queue = queueOf(await lockInOrder(tx, { queues: [ready.titleId] }), ready.titleId);
  // A merger may have taken it along while its queue was waited for.
  if ((await tx.use(HoldsRepository).byId(ready.id))?.titleId !== ready.titleId) throw new HoldMoved();
  const next = copy.stockState === 'withdrawn' ? 'withdrawn' : 'shelf';
  const released =
    at === copy.schoolId
      ? [await moveCopy(tx, copy, { state: 'in', hold: null }, next)]
      : await leaveForHome(tx, copy, at, today);
  const again = await requeueHold(tx, queue, ready, 'copy-not-lendable', today);
  // Another school may have one for whoever waits again.
  if (queue.waiting > 0) await tx.use(HoldReviewsRepository).ofTitle(queue.titleId);
  await tx.use(QueuesRepository).save(queue);
  await tx.outbox.append(...released, ...again);
}

async function offer(tx: Tx, copy: LentCopy, today: CalendarDay): Promise<void> {
  const queue = queueOf(await lockInOrder(tx, { queues: [copy.titleId] }), copy.titleId);
  const rules = await tx.use(SchoolRulesFacts).of(copy.schoolId);
  const shelved = await shelveForNextHold(tx, queue, copy, today, rules);
  if (shelved === null) {
    // Who waits at another school may have it.
    if (queue.waiting > 0) await tx.use(HoldReviewsRepository).ofTitle(copy.titleId);
    return;
  }
  await tx.use(QueuesRepository).save(queue);
  await tx.outbox.append(...(await putAside(tx, copy, shelved)));
}

/** What was to go to a reader who does not wait for it any more stays at its school, and is free for others. */
async function releaseIdleRequest(tx: Tx, copy: LentCopy, today: CalendarDay): Promise<void> {
  const request = await requestOf(tx, copy.copyId);
  if (request === null) return;
  const hold = await tx.use(HoldsRepository).byId(request.holdId);
  if (hold?.state.is === 'waiting' && !isSuspendedOn(hold, today)) return;
  await tx.outbox.append(
    ...(await endRequest(tx, copy, request.transfer, 'not-needed', { on: today, by: 'system' })),
  );
  const free = await lockCopy(tx, copy.copyId);
  if (free !== undefined) await offer(tx, free, today);
}

const lockCopy = async (tx: Tx, copyId: CopyId): Promise<LentCopy | undefined> =>
  (await lockInOrder(tx, { copies: [copyId] })).copies.get(copyId);
