import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, SchoolClassId, SchoolId, TermId } from '../ids.js';
import { circulationRotation } from './topics.js';

const uuid = (title: string) => Type.String({ format: 'uuid', maxLength: 36, title });
const time = Type.String({ maxLength: 5, description: 'HH:MM on the wall clock of the county' });
const ofClass = { topic: circulationRotation } as const;
/** Slots of one class in one timetable. */
export const mostSlotsOfClass = 40;

export const RotationSentV1 = defineEvent({
  ...ofClass,
  type: 'shulian.circulation.rotation.sent.v1',
  data: Type.Object({
    timetableId: uuid('TimetableId'),
    schoolId: SchoolId,
    termId: TermId,
    classId: SchoolClassId,
    slots: Type.Array(
      Type.Object({
        slotId: uuid('SlotId'),
        purpose: Type.Union([Type.Literal('lending'), Type.Literal('reading')]),
        weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 Monday to 7 Sunday' }),
        from: time,
        to: time,
        everyWeeks: Type.Integer({ minimum: 1, maximum: 2 }),
        firstWeek: Type.Integer({ minimum: 1, maximum: 2, description: 'week of the term, from 1' }),
        roomId: uuid('RoomId'),
      }),
      { maxItems: mostSlotsOfClass },
    ),
  }),
  says: 'The rotation timetable was published and sent to a class: all its slots of the term; none where it has lost them.',
  key: (sent) => sent.classId,
  school: (sent) => sent.schoolId,
});
export type RotationSentV1 = EventOf<typeof RotationSentV1>;

export const RotationSlotChangedV1 = defineEvent({
  ...ofClass,
  type: 'shulian.circulation.rotation.slot-changed.v1',
  data: Type.Object({
    slotId: uuid('SlotId'),
    schoolId: SchoolId,
    classId: SchoolClassId,
    on: CalendarDay,
    how: Type.Union((['moved', 'cancelled', 'restored'] as const).map((each) => Type.Literal(each))),
    movedTo: Type.Union([
      Type.Object({ on: CalendarDay, from: time, to: time, roomId: uuid('RoomId') }),
      Type.Null(),
    ]),
  }),
  says: 'The slot of a class was moved or cancelled for one day, or such a change was taken back.',
  key: (changed) => changed.classId,
  school: (changed) => changed.schoolId,
});
export type RotationSlotChangedV1 = EventOf<typeof RotationSlotChangedV1>;
