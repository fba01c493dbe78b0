import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { restoredState } from './finding.js';
import { reversedEnds } from './stocktake.js';

const all = { clcFrom: null, clcTo: null, firstNumber: 1, lastNumber: null, beginsOn: null, endsOn: null };
const day = (text: string): CalendarDay => text as CalendarDay;

describe('the ends of a stretch', () => {
  it('may be left open, meet, or stand for all that is filed under them', () => {
    expect(reversedEnds(all)).toEqual([]);
    expect(reversedEnds({ ...all, firstNumber: 7, lastNumber: 7 })).toEqual([]);
    expect(reversedEnds({ ...all, firstNumber: 7, lastNumber: 8 })).toEqual([]);
    expect(reversedEnds({ ...all, clcFrom: 'I247.5', clcTo: 'I2' })).toEqual([]);
    expect(reversedEnds({ ...all, beginsOn: day('2027-01-20'), endsOn: day('2027-01-20') })).toEqual([]);
  });

  it('are named where they stand the wrong way round', () => {
    expect(reversedEnds({ ...all, firstNumber: 7, lastNumber: 6 })).toEqual(['/lastNumber']);
    expect(reversedEnds({ ...all, clcFrom: 'J', clcTo: 'I' })).toEqual(['/clcTo']);
    expect(reversedEnds({ ...all, beginsOn: day('2027-01-20'), endsOn: day('2027-01-19') })).toEqual([
      '/endsOn',
    ]);
  });
});

describe('a copy that is found', () => {
  it('goes back to where it was, or begins anew where nobody knows', () => {
    expect(restoredState('book', 'processing')).toBe('processing');
    expect(restoredState('book', 'repair')).toBe('repair');
    expect(restoredState('book', null)).toBe('lendable');
    expect(restoredState('book', 'missing')).toBe('lendable');
  });

  it('stays in the reading room once it has become a reference book', () => {
    expect(restoredState('reference', 'lendable')).toBe('reading-room');
    expect(restoredState('reference', null)).toBe('reading-room');
  });
});
