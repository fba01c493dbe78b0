import type { Announcement } from '@shulian/contracts/envelope';
import type { HoldId, SchoolId } from '@shulian/contracts/ids';
import type { SchoolCalendar } from '@shulian/lending-rules/calendar/school-calendar';
import type { Tx } from '@shulian/service-kit';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import { holdPickUpChanged } from './hold.events.js';
import { PickUpDaysRepository } from './pick-up-days.repository.js';
import { keptLonger } from './rules/hold-shelf.js';
import type { Hold } from './rules/hold.js';

/**
 * Copies on the hold shelf of a school are kept until an open day, and for as many open days as was promised. Inside the
 * caller's transaction, some at a time; null when all are.
 */
export async function movePickUpDays(
  tx: Tx,
  schoolId: SchoolId,
  calendar: SchoolCalendar,
  limit: number,
): Promise<number | null> {
  const seen = moving(await tx.use(PickUpDaysRepository).readyAt(schoolId), calendar).slice(0, limit);
  if (seen.length === 0) return null;
  // What lies on the shelf is asked again under the locks.
  const { queues } = await lockInOrder(tx, { queues: seen.map(({ hold }) => hold.titleId) });
  const ids = new Set<HoldId>(seen.map(({ hold }) => hold.id));
  const moved = moving(await tx.use(PickUpDaysRepository).readyAt(schoolId), calendar).flatMap(
    ({ hold, before }) => {
      const queue = ids.has(hold.id) ? queues.get(hold.titleId) : undefined;
      return queue === undefined ? [] : [{ hold, before, queue }];
    },
  );
  const announcements: Announcement[] = moved.map(({ hold, before, queue }) =>
    holdPickUpChanged(hold, before, (queue.version += 1)),
  );
  await tx
    .use(PickUpDaysRepository)
    .move(
      moved.flatMap(({ hold: { id, state } }) =>
        state.is === 'ready' ? [{ id, pickUpByOn: state.pickUpByOn }] : [],
      ),
    );
  for (const queue of queues.values()) await tx.use(QueuesRepository).save(queue);
  await tx.outbox.append(...announcements);
  return moved.length;
}

const moving = (holds: readonly Hold[], calendar: SchoolCalendar) =>
  holds.flatMap((before) => {
    const hold = keptLonger(before, calendar);
    return hold === before || before.state.is !== 'ready' ? [] : [{ hold, before: before.state.pickUpByOn }];
  });
