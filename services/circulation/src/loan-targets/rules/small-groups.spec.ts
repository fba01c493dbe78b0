import { describe, expect, it } from '@jest/globals';
import { isSmall, tellsOfFew } from './small-groups.js';

const groups = (...sizes: number[]): { pupils: number }[] => sizes.map((pupils) => ({ pupils }));

describe('a group of pupils', () => {
  it.each([
    [4, true],
    [5, false],
    [6, false],
  ])('of %d is small: %s', (pupils, small) => expect(isSmall({ pupils })).toBe(small));

  it('that is left out of the classes is not found out by the grade', () => {
    expect(tellsOfFew(groups(30, 4))).toBe(true);
    expect(tellsOfFew(groups(30, 2, 3))).toBe(false);
    expect(tellsOfFew(groups(30, 31))).toBe(false);
    expect(tellsOfFew(groups(2, 2))).toBe(true);
    expect(tellsOfFew([])).toBe(true);
  });
});
