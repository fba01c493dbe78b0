import { describe, expect, it } from '@jest/globals';
import { budgetRefusals } from './budget.js';

const budget = { budgetFen: 100, spentFen: 40, onOrderFen: 30 };

describe('the budget of a year', () => {
  it('bears an order to its last fen, and one beyond it with words alone', () => {
    expect(budgetRefusals(budget, 30, null)).toEqual([]);
    expect(budgetRefusals(budget, 31, null)).toMatchObject([
      { code: 'order.over-budget', overridable: true, facts: { ...budget, overFen: 1 } },
    ]);
    expect(budgetRefusals(budget, 31, '追加经费')).toEqual([]);
  });

  it('is no bound where nobody planned one', () => {
    expect(budgetRefusals(null, 1_000, null)).toEqual([]);
  });
});
