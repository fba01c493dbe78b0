import { ReadingNoteAcceptedV1, ReadingNoteHandedInV1 } from '@shulian/contracts/activities';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { ReadingNote } from './rules/reading-note.js';

const idsOf = ({ id, readerId, schoolId, classId, titleId }: ReadingNote) => ({
  noteId: id,
  readerId,
  schoolId,
  classId,
  titleId,
});

export const readingNoteHandedIn = (note: ReadingNote): Announcement =>
  ReadingNoteHandedInV1.announce({ ...idsOf(note), handedInOn: note.handedInOn }, note.version);

export const readingNoteAccepted = (note: ReadingNote, acceptedOn: CalendarDay): Announcement =>
  ReadingNoteAcceptedV1.announce({ ...idsOf(note), acceptedOn }, note.version);
