import { describe, expect, it } from '@jest/globals';
import { Allowances } from './allowances.js';

const taken = (gateways: readonly Allowances[], take: (from: Allowances) => unknown): number => {
  let given = 0;
  // A balancer that gives each its turn.
  for (let n = 0; n < 5_000; n += 1)
    try {
      take(gateways[n % gateways.length] as Allowances);
      given += 1;
    } catch {
      // refused
    }
  return given;
};
const of = (gateways: number): Allowances[] =>
  Array.from({ length: gateways }, () => new Allowances({ perSecond: 300, burst: 3_000, gateways }, () => 0));

describe('the allowance of a caller', () => {
  it.each([1, 2, 3])('is the same before %i gateways together', (gateways) => {
    expect(taken(of(gateways), (each) => each.ofCaller('a'))).toBe(3_000);
    expect(taken(of(gateways), (each) => each.ofStranger('1.1.1.1'))).toBe(300);
    expect(taken(of(gateways), (each) => each.ofSignIn('1.1.1.1', null))).toBe(600);
    // 20 tries of one name; shared by three, each gives seven.
    expect(taken(of(gateways), (each) => each.ofSignIn('1.1.1.1', 'name'))).toBe(gateways === 3 ? 21 : 20);
  });
});
