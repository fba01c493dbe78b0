import { Type, type Static } from '@sinclair/typebox';
import { CalendarDay, NoticeCauseId, NoticeId, ReaderId, SchoolClassId, SchoolId } from './ids.js';
import { NOTICE_KINDS } from './words.js';

const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
/** Days and counts, of which a kind of notice uses some; never a name, a title or a text. */
const NoticeFacts = Type.Object({
  count: orNull(Type.Integer({ minimum: 0 }), 'how many copies, titles or answers it is about'),
  daysLate: orNull(Type.Integer({ minimum: 0 }), 'of the oldest'),
  dueOn: orNull(CalendarDay, 'the first day by which something has to be done'),
  amountFen: orNull(Type.Integer({ minimum: 0 }), 'what is owed, in fen'),
});
export type NoticeFacts = Static<typeof NoticeFacts>;

/**
 * That somebody should hear of something. Who that is, and how they are reached, is for `readers` to say. A cause is a
 * thing on a day: the same cause, kind and subject is one notice, however often it is announced.
 */
export const NoticeDue = Type.Object({
  /** Of this announcement; the key. */
  noticeId: NoticeId,
  kind: Type.Union(NOTICE_KINDS.map((kind) => Type.Literal(kind))),
  causeId: NoticeCauseId,
  causeOn: CalendarDay,
  schoolId: SchoolId,
  readerId: orNull(ReaderId, 'whom it is about; null: a class, or the school'),
  classId: orNull(SchoolClassId, 'the class as a whole; null: a reader, or the school'),
  facts: NoticeFacts,
  /** Later than this it helps nobody. */
  untilOn: CalendarDay,
});
export type NoticeDue = Static<typeof NoticeDue>;
