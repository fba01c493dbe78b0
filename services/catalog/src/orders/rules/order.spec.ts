import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, PurchaseOrderId, SchoolId, SuitabilityReviewId } from '@shulian/contracts/ids';
import fc from 'fast-check';
import type { SuitabilityReview } from '../../selection/rules/suitability.js';
import {
  lineRefusals,
  moved,
  moveRefusals,
  ORDER_STATUSES,
  type OrderAction,
  type OrderFacts,
  type OrderStatus,
  type PurchaseOrder,
} from './order.js';

const order = (status: OrderStatus): PurchaseOrder => ({
  id: 'o' as PurchaseOrderId,
  version: 1,
  schoolId: 's' as SchoolId,
  name: '采购',
  vendorId: null,
  survey: null,
  status,
  createdOn: '2026-09-01' as CalendarDay,
  nextLine: 1,
  centralPurchaseId: null,
  surveyFigures: null,
});
const facts = (but: Partial<OrderFacts>): OrderFacts => ({
  order: { ...order('draft'), vendorId: 'v' as never, survey: '调查' },
  lines: 1,
  retractedReviews: 0,
  fen: 100,
  arriving: 0,
  accepted: 0,
  submittedBy: null,
  ...but,
});
const codes = (but: Partial<OrderFacts>, action: OrderAction, by = 'me'): string[] =>
  moveRefusals(facts(but), action, by).map(({ code }) => code);

describe('an order', () => {
  it('goes its ways and no others', () => {
    const ways = ORDER_STATUSES.flatMap((status) =>
      (['submit', 'approve', 'refuse', 'revise', 'cancel'] as const).flatMap((action) => {
        const next = moved(order(status), action);
        return next === null ? [] : [`${status} ${action} ${next.status}`];
      }),
    );
    expect(ways).toEqual([
      'draft submit submitted',
      'draft cancel cancelled',
      'submitted approve approved',
      'submitted refuse refused',
      'submitted revise draft',
      'submitted cancel cancelled',
      'refused revise draft',
      'refused cancel cancelled',
      'approved revise draft',
      'approved cancel cancelled',
    ]);
  });

  it('gets a new version with each step, and nothing leads out of cancelled', () => {
    const action = fc.constantFrom<OrderAction>('submit', 'approve', 'refuse', 'revise', 'cancel');
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        let now = order('draft');
        for (const each of actions) {
          const next = moved(now, each);
          if (next === null) continue;
          expect(next.version).toBe(now.version + 1);
          expect(now.status).not.toBe('cancelled');
          now = next;
        }
      }),
    );
  });

  it('is submitted with a vendor, a survey and a line, and all reasons come at once', () => {
    expect(codes({}, 'submit')).toEqual([]);
    expect(codes({ order: order('draft'), lines: 0, retractedReviews: 1 }, 'submit')).toEqual([
      'order.vendor-missing',
      'order.survey-missing',
      'order.empty',
      'order.review-retracted',
    ]);
  });

  it('is decided by another than who submitted it', () => {
    expect(codes({ submittedBy: 'me' }, 'approve')).toEqual(['order.own-submission']);
    expect(codes({ submittedBy: 'me' }, 'refuse')).toEqual(['order.own-submission']);
    expect(codes({ submittedBy: 'another' }, 'approve')).toEqual([]);
  });

  it('goes back to a draft before anything of it came, and is cancelled while nothing is looked at', () => {
    expect(codes({ accepted: 1 }, 'revise')).toEqual(['order.delivered-already']);
    expect(codes({ arriving: 1 }, 'revise')).toEqual(['order.delivered-already']);
    expect(codes({ arriving: 1 }, 'cancel')).toEqual(['order.delivery-open']);
    expect(codes({ accepted: 1 }, 'cancel')).toEqual([]);
  });
});

describe('lines that shall be added', () => {
  const review = (nameKey: string, but: Partial<SuitabilityReview> = {}): SuitabilityReview => ({
    id: nameKey as SuitabilityReviewId,
    schoolId: 's' as SchoolId,
    titleId: null,
    isbn: null,
    name: nameKey,
    nameKey,
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
  const line = (nameKey: string, duplicateReason: string | null = null, held = 0) => ({
    review: review(nameKey),
    quantity: 2,
    duplicateReason,
    held,
    onOrder: 0,
  });

  it('name a work twice only with a reason', () => {
    expect(lineRefusals([line('甲'), line('乙')])).toEqual([]);
    expect(lineRefusals([line('甲'), line('甲')])).toMatchObject([
      { code: 'order.duplicate-on-order', facts: { line: 1, copies: 2 } },
    ]);
    expect(lineRefusals([line('甲'), line('甲', '共读')])).toEqual([]);
  });

  it('need a reason for each further copy, whatever it is that the school has', () => {
    expect(lineRefusals([line('甲', null, 1)])).toMatchObject([{ code: 'order.duplicate-held' }]);
    expect(lineRefusals([line('甲', '共读', 1)])).toEqual([]);
  });

  it('are no way around a verdict: a reason for more copies does not help', () => {
    const unsuitable = { ...line('甲', '共读'), review: review('甲', { verdict: 'unsuitable' }) };
    expect(lineRefusals([unsuitable])).toMatchObject([{ code: 'order.review-unsuitable' }]);
  });
});
