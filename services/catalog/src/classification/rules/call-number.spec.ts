import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bookNumberFor, callNumberOf, runningNumberOf } from './call-number.js';

describe('the book number (种次号)', () => {
  it('[CAT-029] gives a first copy the next number and a second copy the number of the first', () => {
    expect(bookNumberFor({ ofThisTitle: null, found: null, next: 27 })).toEqual({
      bookNumber: '27',
      allocated: true,
      next: 28,
    });
    expect(bookNumberFor({ ofThisTitle: '26', found: null, next: 28 })).toEqual({
      bookNumber: '26',
      allocated: false,
      next: 28,
    });
  });

  it('keeps a number found in a file and never gives it again', () => {
    expect(bookNumberFor({ ofThisTitle: null, found: ' 40 ', next: 28 })).toEqual({
      bookNumber: '40',
      allocated: false,
      next: 41,
    });
    expect(bookNumberFor({ ofThisTitle: null, found: 'L85', next: 28 })).toEqual({
      bookNumber: 'L85',
      allocated: false,
      next: 28,
    });
    expect(bookNumberFor({ ofThisTitle: null, found: '27', next: 28 }).next).toBe(28);
    expect(bookNumberFor({ ofThisTitle: null, found: '28', next: 28 }).next).toBe(29);
  });

  it('never goes backwards, and an allocated number is new', () => {
    const found = fc.oneof(fc.constant(null), fc.nat({ max: 50 }).map(String), fc.constant('A1'));
    fc.assert(
      fc.property(fc.array(found, { maxLength: 40 }), (given) => {
        let next = 1;
        const used = new Set<string>();
        for (const each of given) {
          const chosen = bookNumberFor({ ofThisTitle: null, found: each, next });
          if (chosen.allocated) expect(used.has(chosen.bookNumber)).toBe(false);
          expect(chosen.next).toBeGreaterThanOrEqual(next);
          used.add(chosen.bookNumber);
          next = chosen.next;
        }
      }),
    );
  });

  it('is read as a number only where it is one', () => {
    expect(runningNumberOf('０26')).toBe(26);
    expect(runningNumberOf('26-2')).toBeNull();
    expect(runningNumberOf('')).toBeNull();
  });

  it('makes a call number of one line', () => {
    expect(callNumberOf('F124', '26')).toBe('F124/26');
    expect(callNumberOf('F124', '26', 'v.2')).toBe('F124/26/v.2');
    expect(callNumberOf('F124', '26', '')).toBe('F124/26');
  });
});
