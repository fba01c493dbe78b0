import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesOf, renumbered } from './renumbered.js';

describe('a class that is renumbered', () => {
  it('closes gaps, parts repeated numbers, frees those where nothing stands, leaves author numbers', () => {
    const titles = [
      { titleId: 'a', bookNumber: '7', copies: 1 },
      { titleId: 'b', bookNumber: '2', copies: 3 },
      { titleId: 'c', bookNumber: '２', copies: 1 },
      { titleId: 'd', bookNumber: '3', copies: 0 },
      { titleId: 'e', bookNumber: 'L96', copies: 1 },
      { titleId: 'f', bookNumber: '10', copies: 1 },
    ];
    const plan = renumbered(titles);
    expect(changesOf(plan)).toEqual([
      { titleId: 'b', from: '2', to: '1' },
      { titleId: 'c', from: '２', to: '2' },
      { titleId: 'd', from: '3', to: null },
      { titleId: 'a', from: '7', to: '3' },
      { titleId: 'f', from: '10', to: '4' },
    ]);
    expect(plan.next).toBe(5);
  });

  it('has the numbers from 1 on, each once, in the order of before; done again it changes nothing', () => {
    const title = fc.record({
      titleId: fc.uuid(),
      bookNumber: fc.oneof(fc.nat(30).map(String), fc.constantFrom('L1', '007')),
      copies: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.uniqueArray(title, { selector: ({ titleId }) => titleId, maxLength: 40 }), (titles) => {
        const { numbers, next } = renumbered(titles);
        const given = numbers.flatMap(({ to }) => (to === null ? [] : [Number(to)]));
        expect(given).toEqual(Array.from({ length: next - 1 }, (_, at) => at + 1));
        const after = numbers.flatMap(({ titleId, to }) =>
          to === null ? [] : [{ titleId, bookNumber: to, copies: 1 }],
        );
        expect(changesOf(renumbered(after))).toEqual([]);
      }),
    );
  });
});
