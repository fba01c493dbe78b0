import type { TitleId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { CatalogueFacts } from '../desk/catalogue.facts.js';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import { HoldsRepository } from './holds.repository.js';

/**
 * Whoever came along with a title that is none of this one any more goes back to it, in the order in which they wait. Whose
 * copy lies ready keeps it; who waits there already stays as well, one hold in each.
 * @returns the title that somebody went to; null when nobody did
 */
export async function separateQueues(tx: Tx, titleId: TitleId): Promise<TitleId | null> {
  const holds = tx.use(HoldsRepository);
  for (const placedFor of await holds.placedForOthers(titleId)) {
    const now = await tx.use(CatalogueFacts).titleNow(placedFor);
    if (now === titleId) continue;
    const locked = await lockInOrder(tx, { queues: [titleId, now] });
    const [left, joined] = [queueOf(locked, titleId), queueOf(locked, now)];
    const moved = await holds.moveBack(titleId, placedFor, now);
    if (moved === 0) continue;
    await tx.use(QueuesRepository).save({ ...left, waiting: left.waiting - moved });
    await tx.use(QueuesRepository).save({ ...joined, waiting: joined.waiting + moved });
    return now;
  }
  return null;
}
