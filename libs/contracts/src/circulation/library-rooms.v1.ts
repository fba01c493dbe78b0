import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, SchoolId } from '../ids.js';
import { limits } from '../limits.js';
import { circulationRoom } from './topics.js';

const orNull = (maxLength: number, description?: string) =>
  Type.Union([Type.String({ maxLength }), Type.Null()], description === undefined ? {} : { description });

export const LibraryRoomChangedV1 = defineEvent({
  type: 'shulian.circulation.library-room.changed.v1',
  topic: circulationRoom,
  data: Type.Object({
    roomId: Type.String({ format: 'uuid', maxLength: 36, title: 'RoomId' }),
    schoolId: SchoolId,
    name: Type.String({ maxLength: limits.locationName }),
    purposes: Type.Array(Type.String({ maxLength: limits.code }), { maxItems: 4 }),
    place: orNull(limits.location),
    campus: orNull(limits.locationName),
    department: orNull(limits.locationName, 'to which department of the library it belongs'),
    seats: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
    retiredOn: Type.Union([CalendarDay, Type.Null()]),
  }),
  says: 'The library of a school has a room more, or a room is called, used or furnished otherwise: the whole room as it now is.',
  key: (room) => room.roomId,
  school: (room) => room.schoolId,
});
export type LibraryRoomChangedV1 = EventOf<typeof LibraryRoomChangedV1>;
