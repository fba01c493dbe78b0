import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unreadablePlaces } from './readable-input.js';

const nested = (depth: number): unknown => {
  let value: unknown = 'text';
  for (let n = 0; n < depth; n += 1) value = { a: value };
  return value;
};

describe('what a door can read', () => {
  it('takes every body of whole text, whatever it says', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (body) => {
        const text = JSON.stringify(body);
        fc.pre(!text.includes('\\u0000') && text.isWellFormed() && !/\\ud[89a-f]/i.test(text));
        expect(unreadablePlaces(body)).toEqual([]);
      }),
    );
  });

  it.each([
    [32, []],
    [33, [{ pointer: '', code: 'too-deep' }]],
    [100_000, [{ pointer: '', code: 'too-deep' }]],
  ])('of %i levels of nesting', (depth, places) => {
    expect(unreadablePlaces(nested(depth))).toEqual(places);
  });

  it('names the places of text that PostgreSQL could not hold', () => {
    expect(
      unreadablePlaces({ 'a/b': ['fine', 'NUL \0'], name: 'half \ud800' })
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/a~1b/1', '/name']);
    expect(unreadablePlaces({ ['\0']: 1 })).toEqual([{ pointer: '', code: 'unreadable-text' }]);
    expect(unreadablePlaces('📚 書聯')).toEqual([]);
  });
});
