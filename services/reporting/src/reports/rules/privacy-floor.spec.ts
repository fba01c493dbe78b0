import { describe, expect, it } from '@jest/globals';
import { aboveFloor } from './privacy-floor.js';

const floor = { people: 'readers', least: 5, hides: ['loans', 'rate'] };
const row = (readers: number | null) => ({ className: '三年级1班', readers, loans: 7, rate: 20 });

describe('a row of few people', () => {
  it.each([5, 6, 40])('is whole from the floor on: %i', (readers) => {
    expect(aboveFloor(row(readers), floor)).toEqual(row(readers));
  });
  it.each([0, 1, 4, null])('keeps who they are and hides what they did below: %j', (readers) => {
    expect(aboveFloor(row(readers), floor)).toEqual({
      className: '三年级1班',
      readers,
      loans: null,
      rate: null,
    });
  });

  it('is whole, however few, where it is of no person', () => {
    const ofNobody = {
      ...floor,
      ofNobody: ({ className }: { readonly [key: string]: unknown }) => className !== null,
    };
    expect(aboveFloor(row(0), ofNobody)).toEqual(row(0));
    expect(aboveFloor({ ...row(0), className: null }, ofNobody)).toMatchObject({ loans: null });
  });

  it.each([
    [5, 5, { loans: 7, rate: 20 }],
    [5, 4, { loans: 7, rate: null }],
    [4, 5, { loans: null, rate: null }],
  ])(
    'that tells of two groups hides what tells of the one that is too small: %i and %i',
    (readers, before, shown) => {
      const both = { ...floor, and: { people: 'before', least: 5, hides: ['rate'] } };
      expect(aboveFloor({ ...row(readers), before }, both)).toMatchObject(shown);
    },
  );
});
