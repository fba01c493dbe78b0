import { describe, expect, it } from '@jest/globals';
import { growthRefusals } from './plan.js';

const codes = (budgetFen: number, printVolumes: number, shrinkReason: string | null = null): string[] =>
  growthRefusals({ budgetFen, printVolumes, shrinkReason }, { budgetFen: 100, printVolumes: 10 }).map(
    ({ code }) => code,
  );

describe('the plan of a year', () => {
  it('is no less than that of the year before, or says why', () => {
    expect(codes(99, 9)).toEqual(['acquisition-plan.budget-shrinks', 'acquisition-plan.volumes-shrink']);
    expect(codes(100, 10)).toEqual([]);
    expect(codes(101, 11)).toEqual([]);
    expect(codes(99, 11)).toEqual(['acquisition-plan.budget-shrinks']);
    expect(codes(99, 9, '并校')).toEqual([]);
  });

  it('may be anything in the first year', () => {
    expect(growthRefusals({ budgetFen: 0, printVolumes: 0, shrinkReason: null }, null)).toEqual([]);
  });
});
