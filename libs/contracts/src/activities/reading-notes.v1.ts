import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, ReaderId, ReadingNoteId, SchoolClassId, SchoolId, TitleId } from '../ids.js';
import { activitiesReadingNote } from './topics.js';

const note = {
  noteId: ReadingNoteId,
  readerId: ReaderId,
  schoolId: SchoolId,
  classId: Type.Union([SchoolClassId, Type.Null()]),
  titleId: Type.Union([TitleId, Type.Null()]),
};

export const ReadingNoteHandedInV1 = defineEvent({
  type: 'shulian.activities.reading-note.handed-in.v1',
  topic: activitiesReadingNote,
  data: Type.Object({ ...note, handedInOn: CalendarDay }),
  says: 'A reader handed in a reading note; its text stays in activities.',
  key: (handedIn) => handedIn.noteId,
  school: (handedIn) => handedIn.schoolId,
});
export type ReadingNoteHandedInV1 = EventOf<typeof ReadingNoteHandedInV1>;

export const ReadingNoteAcceptedV1 = defineEvent({
  type: 'shulian.activities.reading-note.accepted.v1',
  topic: activitiesReadingNote,
  data: Type.Object({ ...note, acceptedOn: CalendarDay }),
  says: 'A teacher accepted a reading note; the gate opens in circulation.',
  key: (accepted) => accepted.noteId,
  school: (accepted) => accepted.schoolId,
});
export type ReadingNoteAcceptedV1 = EventOf<typeof ReadingNoteAcceptedV1>;
