import { describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { SCHOOL } from '../a-loan.builder.js';
import { nextPlaceFor } from './next-place.js';

const at = { stockState: 'lendable', owningSchoolId: SCHOOL, atSchoolId: SCHOOL, awaited: false } as const;

describe('where a copy goes', () => {
  it('is the shelf, the hold shelf, its own school, or the withdrawn', () => {
    expect(nextPlaceFor(at)).toEqual({ next: 'shelf', state: 'in' });
    expect(nextPlaceFor({ ...at, awaited: true })).toEqual({ next: 'hold', state: 'hold-shelf' });
    expect(nextPlaceFor({ ...at, awaited: true, stockState: 'repair' })).toEqual({
      next: 'shelf',
      state: 'in',
    });
    expect(nextPlaceFor({ ...at, atSchoolId: 'elsewhere' as SchoolId })).toEqual({
      next: 'transfer',
      state: 'in-transit',
    });
    expect(nextPlaceFor({ ...at, atSchoolId: 'elsewhere' as SchoolId, awaited: true })).toEqual({
      next: 'hold',
      state: 'hold-shelf',
    });
    expect(nextPlaceFor({ ...at, stockState: 'withdrawn', awaited: true })).toEqual({
      next: 'withdrawn',
      state: 'in',
    });
  });
});
