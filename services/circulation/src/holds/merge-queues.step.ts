import type { CalendarDay, TitleId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import { endHold, HoldMoved } from './end-hold.step.js';
import { HoldsRepository } from './holds.repository.js';

/**
 * Two titles turned out to be one: who waits for the first waits for the second. Who waits for both keeps one hold: the
 * one whose copy lies ready, else the older; the other is cancelled, and announced as such.
 * @throws HoldMoved: run it again in a new transaction
 */
export async function mergeQueues(tx: Tx, from: TitleId, into: TitleId, today: CalendarDay): Promise<void> {
  if (from === into) return;
  const seen = await tx.use(HoldsRepository).doublesOf(from, into);
  await lockInOrder(tx, {
    copies: seen.flatMap(({ state }) => (state.is === 'ready' ? [state.copyId] : [])),
    borrowers: seen.map(({ readerId }) => readerId),
    queues: [from, into],
  });
  const doubles = await tx.use(HoldsRepository).doublesOf(from, into);
  if (JSON.stringify(doubles) !== JSON.stringify(seen)) throw new HoldMoved();
  for (const { id } of doubles) await endHold(tx, id, 'cancelled', today);
  const after = await lockInOrder(tx, { queues: [from, into] });
  const [left, joined] = [queueOf(after, from), queueOf(after, into)];
  await tx.use(HoldsRepository).moveOpen(from, into);
  await tx.use(QueuesRepository).save({ ...joined, waiting: joined.waiting + left.waiting });
  await tx.use(QueuesRepository).save({ ...left, waiting: 0 });
}
