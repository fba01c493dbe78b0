import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pointsFor, ranked, type Criterion } from './class-contest.js';

const loans: Criterion = {
  code: 'loans',
  name: '人均借阅',
  mostPoints: 40,
  source: 'loans-per-head',
  goalTenths: 100,
};

describe('points of a class', () => {
  it.each([
    [40, 399, 39],
    [40, 400, 40],
    [40, 401, 40],
    [40, 0, 0],
    [0, 5, 0],
  ])('%i heads with %i loans have %i of 40', (heads, count, points) =>
    expect(pointsFor(loans, { heads, loans: count, notes: 0 })).toBe(points),
  );
  it('follow from notes where the criterion says so, and are entered where it says so', () => {
    const figures = { heads: 10, loans: 0, notes: 50 };
    expect(pointsFor({ ...loans, source: 'notes-per-head' }, figures)).toBe(20);
    expect(pointsFor({ ...loans, source: 'entered', goalTenths: null }, figures)).toBe(0);
  });
});

describe('ranks', () => {
  it('are shared, and as many are left out after them', () =>
    expect(
      ranked([{ points: 7 }, { points: 9 }, { points: 7 }, { points: 1 }]).map(({ rank }) => rank),
    ).toEqual([1, 2, 2, 4]));
  it('say how many are before one, whatever the order', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(5)), (points) => {
        const lines = ranked(points.map((of) => ({ points: of })));
        return lines.every(
          ({ points: own, rank }) => rank === 1 + points.filter((other) => other > own).length,
        );
      }),
    ));
});
