import { Type, type Static } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, CardId, ReaderId, SchoolClassId, SchoolId } from '../ids.js';
import { limits } from '../limits.js';
import { READER_KINDS, SECTIONS } from '../words.js';
import { readersReader } from './topics.js';

export const ReaderKind = Type.Union(READER_KINDS.map((kind) => Type.Literal(kind)));

const ofReader = { topic: readersReader } as const;
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);
const EntryOfClass = {
  classId: orNull(SchoolClassId),
  section: orNull(Type.Union(SECTIONS.map((section) => Type.Literal(section)))),
  entryYear: orNull(
    Type.Integer({
      description: 'with section: the grade of any day can be derived',
    }),
  ),
};

const LeavingReason = Type.Union([
  Type.Literal('left'),
  Type.Literal('graduated'),
  Type.Literal('transferred'),
]);
const Suspension = Type.Object(
  {
    why: Type.String({
      pattern: '^[a-z][a-z-]*$',
      maxLength: limits.code,
      description: 'a code, never free text',
    }),
    untilOn: orNull(CalendarDay),
  },
  {
    description: 'holds to the end of its last day, or until reinstated; one that has run out needs no event',
  },
);

/**
 * What others decide on. Every event of a reader carries the whole of it as it is from then on, so that the newest one
 * alone tells all and none can undo what another has told. No name, card number, birth date or student number: only
 * `readers` knows who a reader id is.
 */
const ReaderFields = {
  readerId: ReaderId,
  schoolId: SchoolId,
  kind: ReaderKind,
  ...EntryOfClass,
  leftOn: orNull(CalendarDay),
  leftWhy: orNull(LeavingReason),
  suspension: orNull(Suspension),
};
const AnyReader = Type.Object(ReaderFields);
/** A reader as any of the events tells it. */
export type AnnouncedReader = Static<typeof AnyReader>;

export const ReaderEnrolledV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.enrolled.v1',
  data: AnyReader,
  says: 'A person became a reader of a school, for the first time, again, or of another kind.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderEnrolledV1 = EventOf<typeof ReaderEnrolledV1>;

export const ReaderMovedClassV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.moved-class.v1',
  data: Type.Object({ ...ReaderFields, fromClassId: orNull(SchoolClassId) }),
  says: 'A reader changed class within the school.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderMovedClassV1 = EventOf<typeof ReaderMovedClassV1>;

export const ReaderLeftV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.left.v1',
  data: Type.Object({ ...ReaderFields, leftOn: CalendarDay, leftWhy: LeavingReason }),
  says: 'A reader left the school; the class is the last one, and open loans stay to be returned.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderLeftV1 = EventOf<typeof ReaderLeftV1>;

export const ReaderSuspendedV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.suspended.v1',
  data: Type.Object({ ...ReaderFields, suspension: Suspension }),
  says: 'A reader may not borrow, until a day (inclusive) or until reinstated.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderSuspendedV1 = EventOf<typeof ReaderSuspendedV1>;

export const ReaderReinstatedV1 = defineEvent({
  ...ofReader,
  type: 'shulian.readers.reader.reinstated.v1',
  data: AnyReader,
  says: 'A suspension ended before its day.',
  key: (reader) => reader.readerId,
  school: (reader) => reader.schoolId,
});
export type ReaderReinstatedV1 = EventOf<typeof ReaderReinstatedV1>;

/** HMAC-SHA256 of school id and card number, hex; without the county's key nobody can tell the number. */
const CardKey = Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64, title: 'CardKey' });

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
