import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, SchoolId } from '../ids.js';
import { readersLibraryStaff } from './topics.js';

export const StaffMemberKeptV1 = defineEvent({
  type: 'shulian.readers.staff-member.kept.v1',
  topic: readersLibraryStaff,
  data: Type.Object({
    staffMemberId: Type.String({ format: 'uuid', maxLength: 36, title: 'StaffMemberId' }),
    schoolId: SchoolId,
    startsOn: CalendarDay,
    endsOn: Type.Union([CalendarDay, Type.Null()], { description: 'last day; null: goes on' }),
    removed: Type.Boolean({ description: 'was entered by mistake' }),
  }),
  says: 'Somebody works in the library of a school, from when until when; who it is stays in readers.',
  key: (member) => member.staffMemberId,
  school: (member) => member.schoolId,
});
export type StaffMemberKeptV1 = EventOf<typeof StaffMemberKeptV1>;
