import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rateOf, ratesOf, type CampaignPart } from './participation.js';

const part: CampaignPart = { code: 'reflection', name: '心得体会', source: 'entered', goalPercent: 80 };
const ofClass = (classId: string, grade: number, heads: number) => ({
  classId,
  className: classId,
  grade,
  heads,
});

describe('a rate of participation', () => {
  it.each([
    [79, 100, 79, false],
    [80, 100, 80, true],
    [81, 100, 81, true],
    [0, 40, 0, false],
    [0, 0, null, false],
  ])('of %i among %i is %p', (participants, heads, rate, reached) => {
    const taken = new Map([['reflection a', participants]]);
    expect(ratesOf([part], [ofClass('a', 3, heads)], taken, 'class')).toMatchObject([{ rate, reached }]);
  });
  it('of a grade is that of all its pupils, and of the school that of all', () => {
    const classes = [ofClass('a', 3, 40), ofClass('b', 3, 10), ofClass('c', 4, 0)];
    const taken = new Map([
      ['reflection a', 20],
      ['reflection b', 10],
    ]);
    expect(ratesOf([part], classes, taken, 'grade')).toMatchObject([
      { grade: 3, heads: 50, participants: 30, rate: 60, classId: null },
      { grade: 4, heads: 0, participants: 0, rate: null },
    ]);
    expect(ratesOf([part], classes, taken, 'school')).toMatchObject([{ grade: null, rate: 60 }]);
  });
  it('is never more than is true', () =>
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: 1, max: 3_000 }), (participants, heads) => {
        const rate = rateOf(participants, heads) ?? 0;
        return rate <= (participants * 100) / heads && (participants * 100) / heads - rate < 0.1 + 1e-9;
      }),
    ));
});
