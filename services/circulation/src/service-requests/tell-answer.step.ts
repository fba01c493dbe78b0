import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { newId, type Tx } from '@shulian/service-kit';
import { noticeDue } from '../desk/notice.events.js';
import type { ServiceRequest } from './rules/service-request.js';

/** How long the reader may still be told. */
const DAYS_TO_TELL = 14;

/** The reader is told that the library has answered, once a day; who asked by an account alone sees it there. */
export async function tellAnswer(
  tx: Tx,
  { id, schoolId, readerId }: ServiceRequest,
  today: CalendarDay,
): Promise<void> {
  if (readerId === null) return;
  await tx.outbox.append(
    noticeDue(newId(), {
      kind: 'answer',
      causeId: id,
      causeOn: today,
      schoolId,
      readerId,
      classId: null,
      count: 1,
      untilOn: plusDays(today, DAYS_TO_TELL),
    }),
  );
}
