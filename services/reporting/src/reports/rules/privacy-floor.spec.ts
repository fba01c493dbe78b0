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
});
