import type { SchoolId } from '@shulian/contracts/ids';
import type { LendingState, NextPlace, StockState } from '../desk/copy-at-desk.js';

/**
 * Where a copy that lies on the desk goes, and what state it has there.
 * @param copy `awaited`: it serves a reader who waits at the school of the desk, and may stay for that
 */
export function nextPlaceFor(copy: {
  readonly stockState: StockState;
  readonly owningSchoolId: SchoolId;
  readonly atSchoolId: SchoolId;
  readonly awaited: boolean;
}): { readonly next: NextPlace; readonly state: LendingState } {
  if (copy.stockState === 'withdrawn') return { next: 'withdrawn', state: 'in' };
  if (copy.awaited && copy.stockState === 'lendable') return { next: 'hold', state: 'hold-shelf' };
  if (copy.owningSchoolId !== copy.atSchoolId) return { next: 'transfer', state: 'in-transit' };
  return { next: 'shelf', state: 'in' };
}
