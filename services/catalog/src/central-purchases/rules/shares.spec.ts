import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SchoolId } from '@shulian/contracts/ids';
import { sharesByWeight } from './shares.js';

const schools = (...weights: readonly number[]) =>
  weights.map((weight, at) => ({ schoolId: `s${String(at)}` as SchoolId, weight }));
const volumes = (quantity: number, ...weights: readonly number[]): unknown =>
  sharesByWeight(quantity, schools(...weights))?.map(({ schoolId, volumes: own }) => [schoolId, own]);

describe('shares', () => {
  it('add up to what was bought, to the last volume, and none is off by a whole one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 300 }),
        (quantity, weights) => {
          const shares = sharesByWeight(quantity, schools(...weights));
          const sum = weights.reduce((all, weight) => all + weight, 0);
          if (sum === 0) return expect(shares).toBeNull();
          expect(shares?.reduce((all, share) => all + share.volumes, 0)).toBe(quantity);
          const of = new Map(shares?.map((share) => [share.schoolId, share.volumes]));
          weights.forEach((weight, at) => {
            const own = of.get(`s${String(at)}` as SchoolId) ?? 0;
            expect(Math.abs(own - (quantity * weight) / sum)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it('leave the rest to who is due the most of it, and to who is named first among equals', () => {
    expect(volumes(10, 1, 1, 1)).toEqual([['s0', 4], ['s1', 3], ['s2', 3]]); // prettier-ignore
    expect(volumes(2, 1, 1, 1)).toEqual([['s0', 1], ['s1', 1]]); // prettier-ignore
    expect(volumes(7, 300, 100, 0)).toEqual([['s0', 5], ['s1', 2]]); // prettier-ignore
  });
});
