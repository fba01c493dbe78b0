import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, CardId, ReaderId, SchoolClassId, SchoolId } from '../ids.js';
import { readersReader } from './topics.js';

export const ReaderKind = Type.Union(
  (['student', 'teacher', 'staff', 'external'] as const).map((kind) => Type.Literal(kind)),
);

const ofReader = { topic: readersReader } as const;
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);
const EntryOfClass = {
  classId: orNull(SchoolClassId),
  section: orNull(Type.Union([Type.Literal('primary'), Type.Literal('junior'), Type.Literal('senior')])),
  entryYear: orNull(
    Type.Integer({
      description: 'with section: the grade of any day can be derived',
    }),
  ),
};

/** No name, card number, birth date or student number: only `readers` knows who a reader id is. */
export const ReaderEnrolledV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.enrolled.v1',
  data: Type.Object({
    readerId: ReaderId,
    schoolId: SchoolId,
    kind: ReaderKind,
    ...EntryOfClass,
  }),
  says: 'A person became a reader of a school, for the first time or again.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderEnrolledV1 = EventOf<typeof ReaderEnrolledV1>;

export const ReaderMovedClassV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.moved-class.v1',
  data: Type.Object({
    readerId: ReaderId,
    schoolId: SchoolId,
    fromClassId: orNull(SchoolClassId),
    ...EntryOfClass,
  }),
  says: 'A reader changed class within the school.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderMovedClassV1 = EventOf<typeof ReaderMovedClassV1>;

export const ReaderLeftV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.left.v1',
  data: Type.Object({
    readerId: ReaderId,
    schoolId: SchoolId,
    leftOn: CalendarDay,
    why: Type.Union([Type.Literal('left'), Type.Literal('graduated'), Type.Literal('transferred')]),
  }),
  says: 'A reader left the school; open loans stay to be returned.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderLeftV1 = EventOf<typeof ReaderLeftV1>;

export const ReaderSuspendedV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.suspended.v1',
  data: Type.Object({
    readerId: ReaderId,
    schoolId: SchoolId,
    untilOn: orNull(CalendarDay),
    why: Type.String({
      pattern: '^[a-z][a-z-]*$',
      description: 'a code, never free text',
    }),
  }),
  says: 'A reader may not borrow, until a day (inclusive) or until reinstated.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderSuspendedV1 = EventOf<typeof ReaderSuspendedV1>;

export const ReaderReinstatedV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.reinstated.v1',
  data: Type.Object({ readerId: ReaderId, schoolId: SchoolId }),
  says: 'A suspension ended before its day.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderReinstatedV1 = EventOf<typeof ReaderReinstatedV1>;

/** HMAC-SHA256 of school id and card number, hex; without the county's key nobody can tell the number. */
const CardKey = Type.String({ pattern: '^[0-9a-f]{64}$', title: 'CardKey' });

export const CardIssuedV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.card.issued.v1',
  data: Type.Object({
    cardId: CardId,
    readerId: ReaderId,
    schoolId: SchoolId,
    cardKey: CardKey,
  }),
  says: 'A reader has a library card.',
  key: (card) => card.readerId,
  school: (card) => card.schoolId,
});
export type CardIssuedV1 = EventOf<typeof CardIssuedV1>;

export const CardBlockedV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.card.blocked.v1',
  data: Type.Object({
    cardId: CardId,
    readerId: ReaderId,
    schoolId: SchoolId,
    cardKey: CardKey,
    why: Type.Union([Type.Literal('lost'), Type.Literal('returned'), Type.Literal('left')]),
  }),
  says: 'A card no longer borrows: reported lost, or handed in.',
  key: (card) => card.readerId,
  school: (card) => card.schoolId,
});
export type CardBlockedV1 = EventOf<typeof CardBlockedV1>;

export const CardReplacedV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.card.replaced.v1',
  data: Type.Object({
    cardId: CardId,
    readerId: ReaderId,
    schoolId: SchoolId,
    cardKey: CardKey,
    replacedCardId: CardId,
    replacedCardKey: CardKey,
  }),
  says: 'A new card took the place of a lost one; the old number stays blocked.',
  key: (card) => card.readerId,
  school: (card) => card.schoolId,
});
export type CardReplacedV1 = EventOf<typeof CardReplacedV1>;
