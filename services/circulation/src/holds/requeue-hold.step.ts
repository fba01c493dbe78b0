import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import type { Queue } from '../desk/queues.repository.js';
import { holdWaitingAgain } from './hold.events.js';
import { HoldsRepository } from './holds.repository.js';
import { waitingAgain, type Hold } from './rules/hold.js';
import { serveWaiting } from './serve-waiting.step.js';

/**
 * A hold whose copy is not to be had any more takes up its old place in the queue, and says so; another copy that lies
 * free goes to it at once. The queue is locked and changed here; the caller saves it, and moves the copy that went.
 */
export async function requeueHold(
  tx: Tx,
  queue: Queue,
  ready: Hold,
  why: Parameters<typeof holdWaitingAgain>[1],
  today: CalendarDay,
): Promise<readonly Announcement[]> {
  await tx.use(HoldsRepository).change(waitingAgain(ready));
  queue.waiting += 1;
  queue.version += 1;
  const told = holdWaitingAgain(ready, why, queue.version);
  const { announcements } = await serveWaiting(tx, queue, ready.pickupSchoolId, today);
  return [told, ...announcements];
}
