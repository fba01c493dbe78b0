import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, DeliveryId, SchoolId, SuitabilityReviewId, TitleId } from '@shulian/contracts/ids';
import fc from 'fast-check';
import type { SuitabilityReview } from '../../selection/rules/suitability.js';
import {
  deliveryRefusals,
  firstNumbers,
  newWorks,
  settled,
  type CheckedLine,
  type Delivery,
} from './delivery.js';

const review = (but: Partial<SuitabilityReview> = {}): SuitabilityReview => ({
  id: 'r' as SuitabilityReviewId,
  schoolId: 's' as SchoolId,
  titleId: null,
  isbn: null,
  name: '书',
  nameKey: '书',
  contributor: null,
  publisher: null,
  clc: null,
  verdict: 'suitable',
  audience: 'pupils',
  firstGrade: 1,
  lastGrade: 6,
  reviewer: '组',
  remark: null,
  reviewedOn: '2026-09-01' as CalendarDay,
  reviewedBy: 'r',
  retracted: null,
  ...but,
});
const line = (
  received: number,
  outstanding: number | null = 500,
  orderLine: number | null = 1,
): CheckedLine => ({
  orderLine: outstanding === null ? null : orderLine,
  review: review(),
  received,
  outstanding,
});
const codes = (lines: readonly CheckedLine[]): string[] =>
  deliveryRefusals('approved', lines).map(({ code }) => code);

describe('a delivery', () => {
  it('has no more of a line than is still to come', () => {
    expect(codes([line(4, 5)])).toEqual([]);
    expect(codes([line(5, 5)])).toEqual([]);
    expect(codes([line(6, 5)])).toEqual(['delivery.more-than-ordered']);
    expect(codes([line(3, 5), line(2, 5)])).toEqual([]);
    expect(codes([line(3, 5), line(3, 5)])).toEqual(['delivery.more-than-ordered']);
    expect(codes([line(3, 5, 1), line(3, 5, 2)])).toEqual([]);
  });

  it('has 500 volumes at most', () => {
    expect(codes([line(250, null), line(249, null)])).toEqual([]);
    expect(codes([line(250, null), line(250, null)])).toEqual([]);
    expect(codes([line(250, null), line(251, null)])).toEqual(['delivery.too-large']);
  });

  it('of an order that is not approved is not checked in', () => {
    expect(deliveryRefusals('submitted', [line(1)])).toMatchObject([{ code: 'delivery.order-not-approved' }]);
    expect(deliveryRefusals(null, [line(1, null)])).toEqual([]);
  });

  it('with works that are unsuitable is let in only without them', () => {
    const unsuitable = { ...line(1, null), review: review({ verdict: 'unsuitable' }) };
    expect(codes([unsuitable])).toEqual(['order.review-unsuitable']);
    expect(codes([{ ...unsuitable, received: 0 }])).toEqual([]);
  });

  it('is settled once', () => {
    const delivery: Delivery = {
      id: 'd' as DeliveryId, version: 1, schoolId: 's' as SchoolId, source: 'order', orderId: null, origin: null, campaign: null,
      documentNumber: null, arrivedOn: '2026-09-01' as CalendarDay, remark: null, status: 'checking', recordedBy: 'a',
      settledOn: null, settledBy: null, reason: null, firstAccessionNumber: null, lastAccessionNumber: null,
    }; // prettier-ignore
    const how = { status: 'accepted', on: '2026-09-02' as CalendarDay, by: 'b', reason: null, numbers: { first: 1, last: 3 } } as const; // prettier-ignore
    const accepted = settled(delivery, how);
    expect(accepted).toMatchObject({
      status: 'accepted',
      version: 2,
      firstAccessionNumber: 1,
      lastAccessionNumber: 3,
    });
    expect(settled(accepted ?? delivery, { ...how, status: 'sent-back', reason: '破损' })).toBeNull();
  });
});

describe('the accession numbers of the lines', () => {
  it('follow each other without a gap and without an overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.array(fc.nat({ max: 50 })), (first, counts) => {
        const numbers = firstNumbers(
          first,
          counts.map((received) => ({ received })),
        );
        const all = numbers.flatMap((own, at) =>
          own === null ? [] : Array.from({ length: counts[at] ?? 0 }, (_, n) => own + n),
        );
        expect(all).toEqual(all.map((_, at) => first + at));
        expect(all).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
      }),
    );
  });
});

describe('works that are no titles yet', () => {
  it('are described once, however many lines name them', () => {
    const lines = [
      { work: review({ isbn: '1' }) },
      { work: review({ titleId: 't' as TitleId }) },
      { work: review({ isbn: '1', name: '别名', nameKey: '别名' }) },
      { work: review({ nameKey: '另' }) },
    ];
    const { works, placeOf } = newWorks(lines);
    expect(works).toHaveLength(2);
    expect(lines.map((each) => placeOf.get(each))).toEqual([0, undefined, 0, 1]);
  });
});
