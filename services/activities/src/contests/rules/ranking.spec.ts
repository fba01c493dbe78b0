import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupOf, ranked, type Scored } from './ranking.js';

const work = (entryId: string, ...tenths: number[]): Scored => ({ entryId, group: 'school', tenths });
const quotas = [
  { level: 'first', count: 1, least: 0 },
  { level: 'second', count: 2, least: 0 },
  { level: 'excellence', count: 1, least: 600 },
] as const;
const shown = (works: readonly Scored[]) =>
  ranked(works, quotas).map(({ entryId, place, tied, level }) => [entryId, place, tied, level]);

describe('ranking', () => {
  it('gives works with the same mean the same place, leaves out the next, and never parts them at the end of a quota', () => {
    expect(
      shown([
        work('a', 900, 800),
        work('b', 850),
        work('c', 840),
        work('d', 700),
        work('e', 600),
        work('f', 500),
      ]),
    ).toEqual([
      ['a', 1, true, 'first'],
      ['b', 1, true, 'first'],
      ['c', 3, false, 'second'],
      ['d', 4, false, 'second'],
      ['e', 5, false, 'excellence'],
      ['f', 6, false, null],
    ]);
  });

  it.each([
    [599, null],
    [600, 'excellence'],
    [601, 'excellence'],
  ])('gives a prize that asks for 600 tenths to one of %i: %s', (tenths, level) => {
    const better = [work('a', 900), work('b', 890), work('c', 880)];
    expect(shown([...better, work('z', tenths)]).at(-1)).toEqual(['z', 4, false, level]);
  });

  it('compares exact means: what is only rounded alike is not the same', () => {
    const [first, second] = ranked([work('a', 1, 0, 0), work('b', 3_333, 3_334, 3_333)], []);
    expect([first?.entryId, second?.entryId]).toEqual(['b', 'a']);
    expect(
      ranked([work('a', 100, 101, 100, 100), work('b', 100, 100, 100, 100)], []).map(({ tied }) => tied),
    ).toEqual([false, false]);
    expect(ranked([work('a', 100, 200), work('b', 150)], []).map(({ tied }) => tied)).toEqual([true, true]);
  });

  it('is apart for each group', () => {
    const two = [
      { ...work('a', 500), group: 'grade 03' },
      { ...work('b', 400), group: 'grade 04' },
    ];
    expect(ranked(two, quotas).map(({ place, level }) => [place, level])).toEqual([
      [1, 'first'],
      [1, 'first'],
    ]);
    expect(groupOf('grade', { grade: 3, classId: null })).toBe('grade 03');
    expect(groupOf('grade', { grade: null, classId: null })).toBe('teachers');
    expect(groupOf('class', { grade: 3, classId: 'k' })).toBe('k');
  });

  it('goes by the means alone: whatever the order of works, no lower mean stands above a higher one', () => {
    const works = fc.array(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(works, (all) => {
        const named = all.map((tenths, at) => work(`w${String(at).padStart(2, '0')}`, ...tenths));
        const result = ranked(named, quotas);
        expect(ranked(named.toReversed(), quotas)).toEqual(result);
        const meanOf = new Map(
          named.map(({ entryId, tenths }) => [
            entryId,
            tenths.reduce((sum, one) => sum + one, 0) / tenths.length,
          ]),
        );
        for (const [at, one] of result.entries()) {
          const above = named.filter(
            ({ entryId }) => (meanOf.get(entryId) ?? 0) - (meanOf.get(one.entryId) ?? 0) > 1e-9,
          ).length;
          expect(one.place).toBe(above + 1);
          expect(one.tied).toBe(result.filter(({ place }) => place === one.place).length > 1);
          if (at > 0) expect(one.place).toBeGreaterThanOrEqual(result[at - 1]?.place ?? 0);
        }
      }),
    );
  });
});
