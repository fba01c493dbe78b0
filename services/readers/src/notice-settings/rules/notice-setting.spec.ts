import { describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { asUsual, isQuiet, strangersIn } from './notice-setting.js';

describe('quiet hours', () => {
  it.each<[from: number, until: number, hours: [hour: number, quiet: boolean][]]>([
    [21, 7, [[20, false], [21, true], [23, true], [0, true], [6, true], [7, false]]], // prettier-ignore
    [12, 14, [[11, false], [12, true], [13, true], [14, false]]], // prettier-ignore
    [0, 0, [[0, false], [12, false], [23, false]]], // prettier-ignore
    [0, 23, [[22, true], [23, false], [0, true]]], // prettier-ignore
  ])('from %i until %i begin and end with the hour', (quietFrom, quietUntil, hours) => {
    for (const [hour, quiet] of hours)
      expect([hour, isQuiet(hour, { quietFrom, quietUntil })]).toEqual([hour, quiet]);
  });
});

describe('recipients of a kind', () => {
  it('are those it can have: no guardian is told of new books, and none but the reader of an answer', () => {
    expect(strangersIn(asUsual('s' as SchoolId).recipients)).toEqual([]);
    expect(
      strangersIn({ 'new-books': ['guardian'], answer: ['reader', 'class-teacher'], overdue: [] }),
    ).toEqual(['new-books', 'answer']);
  });
});
