import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import {
  mayStandIn,
  ROUND_STATUSES,
  roundAfter,
  roundRefusals,
  type RoundFacts,
  type RoundStatus,
  type SubscriptionRound,
} from './subscription.js';

const round = (status: RoundStatus): SubscriptionRound => ({
  id: 'r',
  version: 1,
  schoolId: 's' as SchoolId,
  year: 2027,
  requiredTitles: 60,
  vendorId: null,
  status,
  approvedOn: null,
  nextLine: 1,
});
const day = '2026-11-20' as CalendarDay;
const ready: RoundFacts = { accepted: 1, unreviewed: 0, arrived: 0, submittedBy: 'other' };

describe('a round of subscriptions', () => {
  it('goes its ways and no others, and has a day of approval only while it is approved', () => {
    const ways = ROUND_STATUSES.flatMap((status) =>
      (['submit', 'approve', 'refuse', 'revise'] as const).flatMap((action) => {
        const next = roundAfter(round(status), action, day);
        if (next === null) return [];
        expect(next.approvedOn).toBe(next.status === 'approved' ? day : null);
        return [`${status} ${action} ${next.status}`];
      }),
    );
    expect(ways).toEqual([
      'draft submit submitted',
      'submitted approve approved',
      'submitted refuse refused',
      'submitted revise draft',
      'refused revise draft',
      'approved revise draft',
    ]);
  });

  it('is submitted with every line reviewed and one accepted, decided by another, and stands once issues came', () => {
    const codes = (...asked: Parameters<typeof roundRefusals>): string[] =>
      roundRefusals(...asked).map(({ code }) => code);
    expect(codes(ready, 'submit', 'me')).toEqual([]);
    expect(codes({ ...ready, accepted: 0, unreviewed: 2 }, 'submit', 'me')).toEqual([
      'subscription.empty',
      'subscription.unreviewed',
    ]);
    expect(codes(ready, 'approve', 'other')).toEqual(['subscription.own-submission']);
    expect(codes(ready, 'refuse', 'other')).toEqual(['subscription.own-submission']);
    expect(codes(ready, 'approve', 'me')).toEqual([]);
    expect(codes({ ...ready, arrived: 1 }, 'revise', 'me')).toEqual(['subscription.issues-arrived']);
    expect(codes(ready, 'revise', 'me')).toEqual([]);
  });
});

describe('a professional journal of the staff', () => {
  it('stands in no reading room', () => {
    expect(mayStandIn('staff', 'pupils')).toBe(false);
    expect(mayStandIn('staff', 'teachers')).toBe(false);
    expect(mayStandIn('staff', 'staff')).toBe(true);
    expect(mayStandIn('all', 'pupils')).toBe(true);
  });
});
