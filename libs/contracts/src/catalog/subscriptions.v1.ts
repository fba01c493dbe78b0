import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, SchoolId } from '../ids.js';
import { catalogSubscription } from './topics.js';

const round = {
  roundId: Type.String({ format: 'uuid', maxLength: 36, title: 'RoundId' }),
  schoolId: SchoolId,
  year: Type.Integer({ description: 'for which it is subscribed' }),
};
const whole = (description: string) => Type.Integer({ minimum: 0, description });

export const SubscriptionApprovedV1 = defineEvent({
  type: 'shulian.catalog.subscription.approved.v1',
  topic: catalogSubscription,
  data: Type.Object({
    ...round,
    approvedOn: CalendarDay,
    newspapers: whole('titles'),
    periodicals: whole('titles'),
    copies: whole('of all of them'),
    fen: whole('for the year'),
  }),
  says: 'What a school subscribes to for a year was approved: how many titles, copies and how much.',
  key: (approved) => approved.roundId,
  school: (approved) => approved.schoolId,
});
export type SubscriptionApprovedV1 = EventOf<typeof SubscriptionApprovedV1>;

export const SubscriptionReopenedV1 = defineEvent({
  type: 'shulian.catalog.subscription.reopened.v1',
  topic: catalogSubscription,
  data: Type.Object(round),
  says: 'An approved list of subscriptions was taken back to be changed: until it is approved again it counts for nothing.',
  key: (reopened) => reopened.roundId,
  school: (reopened) => reopened.schoolId,
});
export type SubscriptionReopenedV1 = EventOf<typeof SubscriptionReopenedV1>;
