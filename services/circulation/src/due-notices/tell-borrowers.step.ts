import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { newId, type Tx } from '@shulian/service-kit';
import { noticeDue } from '../desk/notice.events.js';
import { DueNoticesRepository } from './due-notices.repository.js';
import { untilOn, type DailyKind, type FoundBorrower } from './rules/due-notice.js';

/** Says that these borrowers are to be told, and remembers that it was said. @param causeId of all; null: what they have out at the school */
export async function tellBorrowers(
  tx: Tx,
  kind: DailyKind,
  found: readonly FoundBorrower[],
  today: CalendarDay,
  causeId: string | null = null,
): Promise<void> {
  await tx.outbox.append(
    ...found.map((one) =>
      noticeDue(newId(), {
        kind,
        // The reader's own id would tell of him where readers are left out.
        causeId: causeId ?? one.schoolId,
        causeOn: one.saidFor,
        schoolId: one.schoolId,
        readerId: one.readerId,
        classId: one.classId,
        count: one.count,
        ...(one.daysLate === null ? {} : { daysLate: one.daysLate }),
        ...(one.dueOn === null ? {} : { dueOn: one.dueOn }),
        untilOn: untilOn(kind, one, today),
      }),
    ),
  );
  await tx.use(DueNoticesRepository).said(kind, found);
}

/** What stands on the sheets of a run is told to who has not been told today. */
export async function tellOfRun(
  tx: Tx,
  runId: string,
  schoolId: SchoolId,
  today: CalendarDay,
): Promise<void> {
  const notices = tx.use(DueNoticesRepository);
  await notices.turn(schoolId);
  await tellBorrowers(tx, 'overdue', await notices.ofRun(runId, today), today, runId);
}
