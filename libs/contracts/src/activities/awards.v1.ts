import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { AwardId, CalendarDay, ReaderId, SchoolClassId, SchoolId } from '../ids.js';
import { limits } from '../limits.js';
import { activitiesAward } from './topics.js';

const award = {
  awardId: AwardId,
  schoolId: SchoolId,
  readerId: Type.Union([ReaderId, Type.Null()], { description: 'null: the award is of a class' }),
  classId: Type.Union([SchoolClassId, Type.Null()]),
};

export const AwardGrantedV1 = defineEvent({
  type: 'shulian.activities.award.granted.v1',
  topic: activitiesAward,
  data: Type.Object({
    ...award,
    programme: Type.String({
      pattern: '^[a-z][a-z0-9-]*$',
      maxLength: limits.code,
      description: 'reading-star, superlative, class-librarian, incentive, scholarly-class',
    }),
    category: Type.Union([
      Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: limits.code }),
      Type.Null(),
    ]),
    from: CalendarDay,
    to: CalendarDay,
    grantedOn: CalendarDay,
  }),
  says: 'A reader or a class was honoured for reading from one day to another.',
  key: (granted) => granted.awardId,
  school: (granted) => granted.schoolId,
});
export type AwardGrantedV1 = EventOf<typeof AwardGrantedV1>;

export const AwardTakenBackV1 = defineEvent({
  type: 'shulian.activities.award.taken-back.v1',
  topic: activitiesAward,
  data: Type.Object({ ...award, takenBackOn: CalendarDay }),
  says: 'An award was taken back: its round was published by mistake.',
  key: (taken) => taken.awardId,
  school: (taken) => taken.schoolId,
});
export type AwardTakenBackV1 = EventOf<typeof AwardTakenBackV1>;
