import { LogbookEntryFollowedUpV1, LogbookEntryWrittenV1 } from '@shulian/contracts/activities';
import type { Announcement } from '@shulian/contracts/envelope';
import type { EntryRow } from './logbook-entry.row.js';

type Announced = Pick<
  EntryRow,
  'id' | 'schoolId' | 'code' | 'happenedOn' | 'corrects' | 'strikes' | 'status' | 'settledAt'
>;

/** An entry never changes: only follow-ups come after its first event. */
export const entryWritten = ({
  id,
  schoolId,
  code,
  happenedOn,
  corrects,
  strikes,
  status,
}: Announced): Announcement =>
  LogbookEntryWrittenV1.announce(
    { entryId: id, schoolId, logbook: code, happenedOn, corrects, strikes, status },
    1,
  );

/** @param times how often it was followed up, this time included */
export const entryFollowedUp = (
  { id, schoolId, code, status, settledAt }: Announced,
  times: number,
): Announcement =>
  LogbookEntryFollowedUpV1.announce(
    { entryId: id, schoolId, logbook: code, status, settled: settledAt !== null },
    times + 1,
  );
