import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, TitleId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { CatalogueFacts } from '../desk/catalogue.facts.js';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { HoldReviewsRepository } from './hold-reviews.repository.js';
import { askOtherSchools } from './ask-other-schools.step.js';
import { mergeQueues } from './merge-queues.step.js';
import { OtherSchoolsFacts } from './other-schools.facts.js';
import { queueAtSchool } from './queue-at-school.step.js';
import { QueueFactsReader } from './queue.facts.js';
import { served } from './rules/queue.js';
import { separateQueues } from './separate-queues.step.js';
import { serveWaiting } from './serve-waiting.step.js';

/**
 * The queue of a title: where it was merged into another, whoever waits goes along, and that one is looked at next; whoever came
 * along with one that stands by itself again goes back, and both are looked at; else
 * copies that lie free go to those they serve; who is left is served from other schools. Copies are locked first, in order, so that one in somebody's hand is waited
 * for.
 * @throws HoldMoved: run it again in a new transaction
 */
export async function reviewTitle(tx: Tx, titleId: TitleId, today: CalendarDay): Promise<void> {
  const now = await tx.use(CatalogueFacts).titleNow(titleId);
  if (now !== titleId) {
    await mergeQueues(tx, titleId, now, today);
    await tx.use(HoldReviewsRepository).ofTitle(now);
    return;
  }
  const separated = await separateQueues(tx, titleId);
  if (separated !== null) {
    await tx.use(HoldReviewsRepository).ofTitles([titleId, separated]);
    return;
  }
  const schools = await tx.use(QueueFactsReader).schoolsToServe(titleId);
  const seen = { titleId, waiting: await tx.use(QueuesRepository).waitingIn(titleId) };
  const copies: CopyId[] = [];
  for (const schoolId of schools) {
    const { free, waiting } = await queueAtSchool(
      tx,
      seen,
      schoolId,
      today,
      await tx.use(SchoolRulesFacts).of(schoolId),
    );
    copies.push(...served(waiting, free).map(({ copyId }) => copyId));
  }
  const asking = await tx.use(OtherSchoolsFacts).schoolsToAsk(titleId);
  if (copies.length === 0 && asking.length === 0) return;
  const queue = queueOf(await lockInOrder(tx, { copies, queues: [titleId] }), titleId);
  const announcements: Announcement[] = [];
  for (const schoolId of schools)
    announcements.push(...(await serveWaiting(tx, queue, schoolId, today)).announcements);
  for (const schoolId of asking) announcements.push(...(await askOtherSchools(tx, queue, schoolId, today)));
  await tx.use(QueuesRepository).save(queue);
  await tx.outbox.append(...announcements);
}
