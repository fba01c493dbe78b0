import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { LentCopiesRepository } from '../desk/lent-copies.repository.js';
import type { Queue } from '../desk/queues.repository.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { queueAtSchool } from './queue-at-school.step.js';
import type { Hold } from './rules/hold.js';
import { served } from './rules/queue.js';
import { putAside, shelveFor } from './shelve-for-next-hold.step.js';

export type Served = {
  readonly ready: readonly Hold[];
  readonly announcements: readonly Announcement[];
};

/** Served in one transaction at most; the others at once after it. */
const AT_ONCE = 20;

/**
 * Somebody waits, or waits again: copies that lie free at the school go to those they serve. The queue is locked and
 * changed here; the caller saves it. Copies that somebody has in hand are passed over, because who has one in hand may
 * wait for the queue; then the title is looked at again, right after (`ReviewHolds`).
 */
export async function serveWaiting(
  tx: Tx,
  queue: Queue,
  schoolId: SchoolId,
  today: CalendarDay,
): Promise<Served> {
  const rules = await tx.use(SchoolRulesFacts).of(schoolId);
  const { free, waiting } = await queueAtSchool(tx, queue, schoolId, today, rules);
  const all = served(waiting, free);
  const now = all.slice(0, AT_ONCE);
  const copies = now.length === 0 ? [] : await tx.use(LentCopiesRepository).lockThoseFree(now, free);
  const holds = new Set(now.map(({ hold }) => hold));
  const ready: Hold[] = [];
  const announcements: Announcement[] = [];
  // Dealt out anew among those that could be locked.
  for (const { hold, copyId } of served(
    waiting.filter((waiter) => holds.has(waiter.hold)),
    copies,
  )) {
    const copy = copies.find((one) => one.copyId === copyId);
    if (copy === undefined) throw new Error('a copy is chosen from those in hand');
    const shelved = await shelveFor(tx, queue, hold, copy, today, rules);
    ready.push(shelved.readyHold);
    announcements.push(...(await putAside(tx, copy, shelved)));
  }
  if (ready.length < all.length) await tx.use(HoldReviewsRepository).ofTitle(queue.titleId);
  return { ready, announcements };
}
