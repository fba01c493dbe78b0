import { describe, expect, it } from '@jest/globals';
import { nextOnRoute } from './route.js';

describe('the round of a box', () => {
  it('begins with the first class, and begins again after the last', () => {
    const route = ['a', 'b', 'c'];
    expect([null, 'a', 'b', 'c'].map((last) => nextOnRoute(route, last))).toEqual(['a', 'b', 'c', 'a']);
  });
  it('begins anew when the class that had it is on the route no more, and is none without classes', () => {
    expect(nextOnRoute(['a', 'b'], 'x')).toBe('a');
    expect(nextOnRoute([], 'a')).toBeNull();
  });
});
