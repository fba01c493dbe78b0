import { describe, expect, it } from '@jest/globals';
import { mainClassOf } from './lending-count.projection.js';

describe('the main class', () => {
  it.each([
    ['I287.45', 'I'],
    ['TP312', 'T'],
    [' ｉ287', 'I'],
    ['[B822.98]', 'B'],
    ['{D922.59}', 'D'],
    ['21.2', '?'],
    ['', '?'],
    [null, '?'],
  ])('[CAT-037] of %p is %s', (clc, main) => {
    expect(mainClassOf(clc)).toBe(main);
  });
});
