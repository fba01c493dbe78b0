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
import { HoldsRepository } from './holds.repository.js';
import { requeueHold } from './requeue-hold.step.js';
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
}

async function leaveShelf(tx: Tx, copyId: CopyId, today: CalendarDay): Promise<void> {
  // The end of the waits may have taken it from the shelf already.
  const copy = await lockCopy(tx, copyId);
  const ready = copy?.holdId == null ? null : await tx.use(HoldsRepository).byId(copy.holdId);
  if (copy === undefined || ready === null || (mayGoHome(copy) && copy.schoolId === ready.pickupSchoolId))
    return;
  const queue = queueOf(await lockInOrder(tx, { queues: [ready.titleId] }), ready.titleId);
  // A merger may have taken it along while its queue was waited for.
  if ((await tx.use(HoldsRepository).byId(ready.id))?.titleId !== ready.titleId) throw new HoldMoved();
  const next = copy.stockState === 'withdrawn' ? 'withdrawn' : 'shelf';
  const released = await moveCopy(tx, copy, { state: 'in', hold: null }, next);
  const again = await requeueHold(tx, queue, ready, 'copy-not-lendable', today);
  await tx.use(QueuesRepository).save(queue);
  await tx.outbox.append(released, ...again);
}

async function offer(tx: Tx, copy: LentCopy, today: CalendarDay): Promise<void> {
  const queue = queueOf(await lockInOrder(tx, { queues: [copy.titleId] }), copy.titleId);
  const rules = await tx.use(SchoolRulesFacts).of(copy.schoolId);
  const shelved = await shelveForNextHold(tx, queue, copy, today, rules);
  if (shelved === null) return;
  await tx.use(QueuesRepository).save(queue);
  await tx.outbox.append(...(await putAside(tx, copy, shelved)));
}

const lockCopy = async (tx: Tx, copyId: CopyId): Promise<LentCopy | undefined> =>
  (await lockInOrder(tx, { copies: [copyId] })).copies.get(copyId);
