import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '../ids.js';
import { ReaderKind } from '../readers/readers.v1.js';
import { circulationRoomSession, circulationRoomVisit } from './topics.js';

const uuid = (title: string) => Type.String({ format: 'uuid', maxLength: 36, title });
const time = Type.String({ maxLength: 5, description: 'HH:MM on the wall clock of the county' });
const oneOf = <const Word extends string>(...words: readonly Word[]) =>
  Type.Union(words.map((word) => Type.Literal(word)));

/** What a room is booked for. */
export const roomSessionKinds = [
  'reading-lesson',
  'lesson',
  'debate',
  'writing',
  'activity',
  'themed',
] as const;

export const RoomSessionChangedV1 = defineEvent({
  type: 'shulian.circulation.room-session.changed.v1',
  topic: circulationRoomSession,
  data: Type.Object({
    sessionId: uuid('RoomSessionId'),
    schoolId: SchoolId,
    roomId: uuid('RoomId'),
    kind: oneOf(...roomSessionKinds),
    classId: Type.Union([SchoolClassId, Type.Null()]),
    on: CalendarDay,
    from: time,
    to: time,
    status: oneOf('asked', 'booked', 'declined', 'cancelled'),
  }),
  says: 'A lesson or an activity in a room of the library was asked for, booked, declined or cancelled. One that is booked has taken place when its day is over.',
  key: (session) => session.sessionId,
  school: (session) => session.schoolId,
});
export type RoomSessionChangedV1 = EventOf<typeof RoomSessionChangedV1>;

export const RoomVisitCountedV1 = defineEvent({
  type: 'shulian.circulation.room-visit.counted.v1',
  topic: circulationRoomVisit,
  data: Type.Object({
    visitId: uuid('RoomVisitId'),
    schoolId: SchoolId,
    roomId: uuid('RoomId'),
    sessionId: Type.Union([uuid('RoomSessionId'), Type.Null()], { description: 'null: outside any lesson' }),
    on: CalendarDay,
    /** null: only counted, not who. */
    readerId: Type.Union([ReaderId, Type.Null()]),
    readerKind: Type.Union([ReaderKind, Type.Null()]),
    classId: Type.Union([SchoolClassId, Type.Null()]),
    persons: Type.Integer({ minimum: 1 }),
    minutes: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  }),
  says: 'People who read in a room of the library were counted: a number, or one reader. A visit is no loan.',
  key: (visit) => visit.visitId,
  school: (visit) => visit.schoolId,
});
export type RoomVisitCountedV1 = EventOf<typeof RoomVisitCountedV1>;

export const RoomVisitTakenBackV1 = defineEvent({
  type: 'shulian.circulation.room-visit.taken-back.v1',
  topic: circulationRoomVisit,
  data: Type.Object({ visitId: uuid('RoomVisitId'), schoolId: SchoolId }),
  says: 'A visit that was counted by mistake counts no more.',
  key: (visit) => visit.visitId,
  school: (visit) => visit.schoolId,
});
export type RoomVisitTakenBackV1 = EventOf<typeof RoomVisitTakenBackV1>;
