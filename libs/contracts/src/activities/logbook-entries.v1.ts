import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, LogbookEntryId, SchoolId } from '../ids.js';
import { limits } from '../limits.js';
import { activitiesLogbookEntry } from './topics.js';

const entry = {
  entryId: LogbookEntryId,
  schoolId: SchoolId,
  logbook: Type.String({
    pattern: '^[a-z][a-z0-9-]*$',
    maxLength: limits.code,
    description: 'which logbook, by its code',
  }),
};
const status = Type.Union([
  Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: limits.code, description: 'a code of the form' }),
  Type.Null(),
]);

export const LogbookEntryWrittenV1 = defineEvent({
  type: 'shulian.activities.logbook-entry.written.v1',
  topic: activitiesLogbookEntry,
  data: Type.Object({
    ...entry,
    happenedOn: CalendarDay,
    corrects: Type.Union([LogbookEntryId, Type.Null()], {
      description: 'the entry in whose place it stands, or that it strikes out',
    }),
    strikes: Type.Boolean({ description: 'nothing stands in place of the entry that it corrects' }),
    status,
  }),
  says: 'An entry was written into a logbook; what it says stays in activities.',
  key: (written) => written.entryId,
  school: (written) => written.schoolId,
});
export type LogbookEntryWrittenV1 = EventOf<typeof LogbookEntryWrittenV1>;

export const LogbookEntryFollowedUpV1 = defineEvent({
  type: 'shulian.activities.logbook-entry.followed-up.v1',
  topic: activitiesLogbookEntry,
  data: Type.Object({
    ...entry,
    status,
    settled: Type.Boolean({ description: 'nothing more is to be done' }),
  }),
  says: 'Somebody answered an entry of a logbook, or went on with what it asks for.',
  key: (followed) => followed.entryId,
  school: (followed) => followed.schoolId,
});
export type LogbookEntryFollowedUpV1 = EventOf<typeof LogbookEntryFollowedUpV1>;
