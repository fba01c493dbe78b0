import type { ReadingNoteAcceptedV1 } from '@shulian/contracts/activities';
import type { CalendarDay, ReaderId, ReadingNoteId, SchoolId } from '@shulian/contracts/ids';

/** What the catalogue knows of a reading note that was accepted: whose it is, and nothing of what it says. */
export type KnownReadingNote = {
  readonly noteId: ReadingNoteId;
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly acceptedOn: CalendarDay;
};

export const knownReadingNoteAfter = ({
  data: { noteId, readerId, schoolId, acceptedOn },
}: ReadingNoteAcceptedV1): KnownReadingNote => ({ noteId, readerId, schoolId, acceptedOn });
