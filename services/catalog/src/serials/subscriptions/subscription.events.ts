import { SubscriptionApprovedV1, SubscriptionReopenedV1 } from '@shulian/contracts/catalog';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { SubscriptionRound } from '../rules/subscription.js';
import type { RoundCounts } from './subscriptions.repository.js';

const asFact = ({ id, schoolId, year }: SubscriptionRound) => ({ roundId: id, schoolId, year });

export const subscriptionApproved = (
  round: SubscriptionRound,
  approvedOn: CalendarDay,
  counts: RoundCounts,
): Announcement =>
  SubscriptionApprovedV1.announce({ ...asFact(round), approvedOn, ...counts }, round.version);

export const subscriptionReopened = (round: SubscriptionRound): Announcement =>
  SubscriptionReopenedV1.announce(asFact(round), round.version);
