import { describe, expect, it } from '@jest/globals';
import { spineLines } from './spine-lines.js';

const shelved = {
  callNumber: 'I247.5/23/2',
  clc: 'I247.5',
  bookNumber: '23',
  volume: '2',
  accessionNumber: 7,
};

describe('the lines of a spine label', () => {
  it('are class number, book number and volume', () => {
    expect(spineLines(shelved)).toEqual(['I247.5', '23', '2']);
  });
  it('leave out a volume that there is not', () => {
    expect(spineLines({ ...shelved, callNumber: 'I247.5/23', volume: null })).toEqual(['I247.5', '23']);
  });
  it('are the parts of a call number by another scheme', () => {
    expect(spineLines({ ...shelved, clc: null, bookNumber: null, callNumber: '895.1/L96/c.2' })).toEqual([
      '895.1',
      'L96',
      'c.2',
    ]);
  });
  it('are the accession number where a copy has no place on the shelves yet', () => {
    expect(spineLines({ ...shelved, callNumber: null, clc: null, bookNumber: null })).toEqual(['7']);
  });
});
