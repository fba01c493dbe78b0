import { describe, expect, it } from '@jest/globals';
import { afterStep, decided, ORDER_STATUSES, ORDER_STEPS, proposed } from './textbook-order.js';

const line = (textbookId: string, needed: number, wished = 0, onHand = 0, coming = 0) => ({
  textbookId,
  needed,
  wished,
  onHand,
  coming,
});

describe('a round of ordering textbooks', () => {
  it('proposes what there is not enough of, and never less than nothing', () => {
    expect(proposed(line('a', 50, 3, 10, 5))).toBe(38);
    expect(proposed(line('a', 5, 0, 5))).toBe(0);
    expect(proposed(line('a', 5, 0, 9))).toBe(0);
  });

  it('orders what is proposed, unless somebody decided otherwise', () => {
    const survey = [line('a', 50), line('b', 5, 2), line('c', 1, 0, 1)];
    const quantities = decided(survey, new Map([['b', 0], ['d', 4]])).map(({ textbookId, quantity }) => [textbookId, quantity]); // prettier-ignore
    expect(quantities).toEqual([
      ['a', 50],
      ['d', 4],
    ]);
  });

  it('goes its way, and back where the office sends it back', () => {
    const ways = ORDER_STEPS.map((step) => [step, ORDER_STATUSES.map((status) => afterStep(step, status))]);
    expect(Object.fromEntries(ways)).toEqual({
      confirm: ['confirmed', null, null, null],
      reopen: [null, 'open', null, null],
      report: [null, 'reported', null, null],
      'send-back': [null, null, 'confirmed', null],
      cancel: ['cancelled', 'cancelled', null, null],
    });
  });
});
