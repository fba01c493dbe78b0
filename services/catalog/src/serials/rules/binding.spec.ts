import { describe, expect, it } from '@jest/globals';
import { bindingRefusals, priceOf, volumeOf, type Run } from './binding.js';

const run = (but: Partial<Run>): Run => ({
  kind: 'periodical',
  year: 2027,
  month: 0,
  issues: 12,
  received: 12,
  copies: 2,
  firstLabel: '1',
  lastLabel: '12',
  ...but,
});
const codes = (...asked: Parameters<typeof bindingRefusals>): string[] =>
  bindingRefusals(...asked).map(({ code }) => code);

describe('a run that is bound', () => {
  it('is complete, or somebody says why not; and there are enough copies of each issue', () => {
    expect(codes(run({}), 1, null)).toEqual([]);
    expect(codes(run({}), 2, null)).toEqual([]);
    expect(codes(run({}), 3, null)).toEqual(['binding.too-few-copies']);
    expect(codes(run({ received: 11 }), 1, null)).toEqual(['binding.incomplete']);
    expect(codes(run({ received: 11 }), 1, '停刊')).toEqual([]);
    expect(codes(null, 1, null)).toEqual(['binding.nothing-received']);
    expect(codes(run({ received: 0 }), 1, '停刊')).toEqual(['binding.nothing-received']);
  });

  it('is called by its month, or by its year and numbers', () => {
    expect(volumeOf(run({ month: 7 }))).toBe('2027年7月');
    expect(volumeOf(run({ lastLabel: '11-12' }))).toBe('2027年第1-12期');
    expect(volumeOf(run({ lastLabel: '1' }))).toBe('2027年第1期');
  });

  it('is worth its year, or a twelfth of it', () => {
    expect([priceOf(12_000, 0), priceOf(12_000, 3), priceOf(10_000, 12), priceOf(0, 1)]).toEqual([
      12_000, 1_000, 833, 0,
    ]);
  });
});
