import { describe, expect, it } from '@jest/globals';
import type { LocationId } from '@shulian/contracts/ids';
import {
  holdsClass,
  inShelfOrder,
  readRanges,
  whereIs,
  type PlacedRange,
  type ShelfRange,
} from './shelf-range.js';

const range = (fromClass: string, toClass: string): ShelfRange => ({
  fromClass,
  toClass,
  directionsZh: null,
  directionsEn: null,
});
const placed = (path: string, fromClass: string, toClass: string): PlacedRange => ({
  ...range(fromClass, toClass), locationId: path as LocationId, number: 1, kind: 'shelf', path,
}); // prettier-ignore

describe('the classes of a shelf', () => {
  it.each([
    ['I1', false],
    ['I2', true],
    ['I287.45', true],
    ['I3', true],
    ['I313.4', true],
    ['I4', false],
    ['J', false],
    ['H9', false],
  ])('from I2 through I3 have %s: %s', (clc, stands) => {
    expect(holdsClass(range('I2', 'I3'), clc)).toBe(stands);
  });

  it('are read in their normal form, and every fault is named', () => {
    expect(readRanges([range('Ｉ２８７４５', 'I29')])).toEqual({
      ranges: [range('I287.45', 'I29')],
      faults: [],
    });
    expect(readRanges([range('文学', 'I'), range('K', 'I')]).faults).toEqual([
      { at: 0, field: 'fromClass', code: 'clc-invalid' },
      { at: 1, field: 'toClass', code: 'before-from' },
    ]);
    expect(readRanges([range('I', 'I')]).faults).toEqual([]);
  });

  it('are found at the shelf that says it most exactly', () => {
    const ranges = [
      placed('书库', 'A', 'Z'),
      placed('3架', 'I24', 'I28'),
      placed('2架', 'I', 'I23'),
      placed('专柜', 'I287', 'I287.9'),
    ];
    expect(whereIs('I287.45', ranges).map(({ path }) => path)).toEqual(['专柜', '3架', '书库']);
    expect(whereIs('K', ranges).map(({ path }) => path)).toEqual(['书库']);
    expect(inShelfOrder(ranges).map(({ path }) => path)).toEqual(['书库', '2架', '3架', '专柜']);
  });
});
