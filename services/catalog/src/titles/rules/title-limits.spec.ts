import { describe, expect, it } from '@jest/globals';
import { describedOnlyBy, mergedDescription } from './title.js';
import { longestList, longestText, withinLimits } from './title-limits.js';

const title = describedOnlyBy('草房子');

describe('the limits of a description', () => {
  it.each(Object.entries(longestText).filter(([field]) => field !== 'title'))(
    'keep a %s of %i characters, and leave a longer one out',
    (field, most) => {
      for (const length of [most - 1, most]) {
        const kept = withinLimits({ ...title, [field]: '书'.repeat(length) });
        expect(kept.leftOut).toEqual([]);
        expect(kept.description).toHaveProperty(field, '书'.repeat(length));
      }
      const { description, leftOut } = withinLimits({ ...title, [field]: '书'.repeat(most + 1) });
      expect(leftOut).toEqual([field]);
      expect(description).toEqual(title);
    },
  );

  it.each(Object.entries(longestList))('keep of %s what fits, and say so', (field, [most, entries]) => {
    const full = Array.from({ length: entries }, (_, n) => `${n}`.padEnd(most, '书'));
    expect(withinLimits({ ...title, [field]: full })).toEqual({
      description: { ...title, [field]: full },
      leftOut: [],
    });
    const more = withinLimits({ ...title, [field]: [...full, 'x'] });
    expect(more).toEqual({ description: { ...title, [field]: full }, leftOut: [field] });
    const longer = withinLimits({ ...title, [field]: ['a', '书'.repeat(most + 1), 'b'] });
    expect(longer).toEqual({ description: { ...title, [field]: ['a', 'b'] }, leftOut: [field] });
  });

  it('hold when two descriptions are merged: a list grows to its end and no further', () => {
    const names = (from: number): string[] => Array.from({ length: 80 }, (_, n) => `作者${from + n}`);
    const merged = mergedDescription(
      { ...title, contributors: names(0) },
      { ...title, contributors: names(40) },
      'other',
    );
    expect(merged.contributors).toHaveLength(100);
    expect(merged.contributors.slice(0, 80)).toEqual(names(0));
  });
});
