import { describe, expect, it } from '@jest/globals';
import { categoriesOf, placesLeft, qualifies, sharesUnit, type Programme } from './award-round.js';

const least = { leastNotes: 2, leastExcerpts: 1, leastQuizPoints: 60 };
const at = (classId: string, grade: number, category: string | null = null) => ({ classId, grade, category });

describe('a round of awards', () => {
  it.each([
    [1, 1, 60, false],
    [2, 1, 60, true],
    [3, 1, 60, true],
    [2, 0, 60, false],
    [2, 2, 60, true],
    [2, 1, 59, false],
    [2, 1, 61, true],
  ])(
    'of the incentive programme asks for notes %i, excerpts %i, points %i: %p',
    (notes, excerpts, quizPoints, met) => {
      const parts = { notes, excerpts, quizPoints };
      expect(qualifies({ programme: 'incentive', ...least }, parts)).toBe(met);
      expect(qualifies({ programme: 'reading-star', ...least }, parts)).toBe(true);
    },
  );
  it('counts its places by class, grade or school, each category for itself', () => {
    const chosen = [at('a', 3), at('a', 3), at('b', 3), at('c', 4, 'writing')];
    expect(placesLeft({ per: 'class', places: 2 }, chosen, at('a', 3))).toBe(0);
    expect(placesLeft({ per: 'class', places: 2 }, chosen, at('b', 3))).toBe(1);
    expect(placesLeft({ per: 'grade', places: 3 }, chosen, at('d', 3))).toBe(0);
    expect(placesLeft({ per: 'school', places: 4 }, chosen, at('d', 5))).toBe(1);
    expect(placesLeft({ per: 'school', places: 1 }, chosen, at('d', 5, 'writing'))).toBe(0);
    expect(sharesUnit('grade', at('a', 3), at('b', 4))).toBe(false);
  });
  it.each<[Programme, number]>([
    ['superlative', 5],
    ['reading-star', 0],
    ['incentive', 0],
  ])('of %s has %i categories where nothing is said', (programme, count) =>
    expect(categoriesOf(programme, [])).toHaveLength(count),
  );
  it('has the categories that a school names', () =>
    expect(categoriesOf('superlative', [{ code: 'x', name: 'X' }])).toHaveLength(1));
});
