import { CatalogNoticeDueV1 } from '@shulian/contracts/catalog';
import type { CalendarDay, DeliveryId, NoticeCauseId, SchoolId } from '@shulian/contracts/ids';
import { newId, type Tx } from '@shulian/service-kit';
import { plusDays } from '../serials/rules/issue-pattern.js';

/** How long new books are news. */
const DAYS_OF_NEWS = 30;

type Came = {
  readonly deliveryId: DeliveryId;
  readonly schoolId: SchoolId;
  readonly titles: number;
  readonly on: CalendarDay;
};

/** New books are announced by themselves, with the acceptance (CAT-023): to the teachers of the classes and the messenger of the school. */
export async function tellOfNewBooks(tx: Tx, { deliveryId, schoolId, titles, on }: Came): Promise<void> {
  if (titles === 0) return;
  await tx.outbox.append(
    CatalogNoticeDueV1.announce(
      {
        noticeId: newId(),
        kind: 'new-books',
        // Ids of all kinds are UUIDs; what the cause is follows from the kind.
        causeId: deliveryId as string as NoticeCauseId,
        causeOn: on,
        schoolId,
        readerId: null,
        classId: null,
        facts: { count: titles, daysLate: null, dueOn: null, amountFen: null },
        untilOn: plusDays(on, DAYS_OF_NEWS),
      },
      1,
    ),
  );
}
