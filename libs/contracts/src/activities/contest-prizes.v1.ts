import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, ContestId, ContestPrizeId, ReaderId, SchoolClassId, SchoolId } from '../ids.js';
import { limits } from '../limits.js';
import { activitiesContestPrize } from './topics.js';

const prize = {
  prizeId: ContestPrizeId,
  contestId: ContestId,
  schoolId: SchoolId,
  contestType: Type.String({
    pattern: '^[a-z][a-z0-9-]*$',
    maxLength: limits.code,
    description: 'which type of contest, by its code',
  }),
  readerId: Type.Union([ReaderId, Type.Null()], { description: 'null: a class won it together' }),
  classId: Type.Union([SchoolClassId, Type.Null()]),
  level: Type.Union([
    Type.Literal('first'),
    Type.Literal('second'),
    Type.Literal('third'),
    Type.Literal('excellence'),
  ]),
};

export const ContestPrizeGrantedV1 = defineEvent({
  type: 'shulian.activities.contest-prize.granted.v1',
  topic: activitiesContestPrize,
  data: Type.Object({ ...prize, grantedOn: CalendarDay }),
  says: 'The result of a contest was published, and this prize with it.',
  key: (granted) => granted.prizeId,
  school: (granted) => granted.schoolId,
});
export type ContestPrizeGrantedV1 = EventOf<typeof ContestPrizeGrantedV1>;

export const ContestPrizeWithdrawnV1 = defineEvent({
  type: 'shulian.activities.contest-prize.withdrawn.v1',
  topic: activitiesContestPrize,
  data: Type.Object({ ...prize, withdrawnOn: CalendarDay }),
  says: 'The publication of a result was taken back, and this prize with it.',
  key: (withdrawn) => withdrawn.prizeId,
  school: (withdrawn) => withdrawn.schoolId,
});
export type ContestPrizeWithdrawnV1 = EventOf<typeof ContestPrizeWithdrawnV1>;
