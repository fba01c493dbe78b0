import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCovered, signedVolumes } from './e-book.js';

describe('volumes of e-books', () => {
  it('go as long as there are so many', () => {
    expect(isCovered(signedVolumes('removed', 9), 10)).toBe(true);
    expect(isCovered(signedVolumes('removed', 10), 10)).toBe(true);
    expect(isCovered(signedVolumes('removed', 11), 10)).toBe(false);
    expect(signedVolumes('county', 5)).toBe(5);
  });

  it('are never fewer than none on any day, whatever is entered for which day', () => {
    const line = fc.record({
      day: fc.integer({ min: 0, max: 9 }),
      volumes: fc.integer({ min: -50, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(line), (asked) => {
        const taken: { day: number; volumes: number }[] = [];
        const standingOn = (day: number): number =>
          taken.reduce((sum, each) => (each.day <= day ? sum + each.volumes : sum), 0);
        const days = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        for (const each of asked) {
          const least = Math.min(...days.filter((day) => day >= each.day).map(standingOn));
          if (isCovered(each.volumes, least)) taken.push(each);
        }
        expect(Math.min(...days.map(standingOn))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
