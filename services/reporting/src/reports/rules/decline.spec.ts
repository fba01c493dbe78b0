import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeOf, isDecline } from './decline.js';

const of = (visits: number, pupils = 100) => ({ visits, pupils });

describe('a decline of visits', () => {
  it.each([
    [81, false],
    [80, true],
    [79, true],
  ])('is warned of from twenty percent on: %i of a hundred are left', (visits, warned) => {
    expect(isDecline(changeOf(of(100), of(visits)))).toBe(warned);
  });

  it('is one of visits per pupil: a grade that got smaller by a fifth and comes as often has none', () => {
    expect(changeOf(of(100, 100), of(80, 80))).toBe(0);
  });

  it.each([
    ['nobody was there before', of(0, 0), of(5)],
    ['nobody came before', of(0), of(5)],
    ['nobody is there now', of(5), of(0, 0)],
  ])('is unknown where %s', (_, before, now) => {
    expect(changeOf(before, now)).toBeNull();
    expect(isDecline(changeOf(before, now))).toBe(false);
  });

  it('is the same for however many schools are put together', () => {
    const some = fc.record({
      visits: fc.integer({ min: 1, max: 9_999 }),
      pupils: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 99 }), (before, now, times) => {
        const many = ({ visits, pupils }: typeof now) => ({ visits: visits * times, pupils: pupils * times });
        expect(changeOf(many(before), many(now))).toBeCloseTo(changeOf(before, now) ?? 0, 8);
      }),
    );
  });
});
