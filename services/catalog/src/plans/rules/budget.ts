import { askWhy, type BuyingRefusal } from '../../selection/rules/refusal.js';

/** The budget of a year, what was spent of it, and what approved orders will still take. */
export type Budget = {
  readonly budgetFen: number;
  readonly spentFen: number;
  readonly onOrderFen: number;
};

/** An order that the budget does not bear wants words from whoever approves it; without a plan there is no budget. */
export const budgetRefusals = (
  budget: Budget | null,
  fen: number,
  why: string | null,
): readonly BuyingRefusal<'order.over-budget'>[] => {
  if (budget === null || why !== null) return [];
  const { budgetFen, spentFen, onOrderFen } = budget;
  const overFen = spentFen + onOrderFen + fen - budgetFen;
  return overFen > 0 ? [askWhy('order.over-budget', { budgetFen, spentFen, onOrderFen, overFen })] : [];
};
