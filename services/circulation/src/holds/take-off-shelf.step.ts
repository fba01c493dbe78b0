import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import type { LentCopy } from '../desk/lent-copies.repository.js';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { moveCopy } from '../desk/move-copy.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import { HoldMoved } from './end-hold.step.js';
import { HoldsRepository } from './holds.repository.js';
import { requeueHold } from './requeue-hold.step.js';

/**
 * A copy that was put on the hold shelf by mistake is on its way again; who it was kept for waits in the old place.
 * @throws HoldMoved: run it again in a new transaction
 */
export async function takeOffShelf(
  tx: Tx,
  copy: LentCopy,
  today: CalendarDay,
): Promise<readonly Announcement[]> {
  const ready = copy.holdId === null ? null : await tx.use(HoldsRepository).byId(copy.holdId);
  if (ready === null) throw new Error('a copy on the hold shelf lies there for a hold');
  const queue = queueOf(await lockInOrder(tx, { queues: [ready.titleId] }), ready.titleId);
  if ((await tx.use(HoldsRepository).byId(ready.id))?.titleId !== ready.titleId) throw new HoldMoved();
  const moved = await moveCopy(tx, copy, { state: 'in-transit', hold: null }, 'transfer');
  const again = await requeueHold(tx, queue, ready, 'copy-not-lendable', today);
  await tx.use(QueuesRepository).save(queue);
  return [moved, ...again];
}
