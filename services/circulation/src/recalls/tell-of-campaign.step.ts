import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { newId, type Tx } from '@shulian/service-kit';
import { noticeDue } from '../desk/notice.events.js';
import { RecallsRepository } from './recalls.repository.js';

type Opened = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly openedOn: CalendarDay;
  readonly lastDay: CalendarDay;
};

/** Classes are told how many books of theirs are called in, teachers and others each of their own. */
export async function tellOfCampaign(tx: Tx, { id, schoolId, openedOn, lastDay }: Opened): Promise<void> {
  const all = await tx.use(RecallsRepository).toTell(id);
  await tx.outbox.append(
    ...all
      .filter(({ classId, readerId }) => classId !== null || readerId !== null)
      .map((one) =>
        noticeDue(newId(), {
          ...one,
          kind: 'recall',
          causeId: id,
          causeOn: openedOn,
          schoolId,
          dueOn: lastDay,
          untilOn: lastDay,
        }),
      ),
  );
}
