import type { SchoolId } from '@shulian/contracts/ids';
import type { LendingState, NextPlace, StockState } from '../desk/copy-at-desk.js';

/** Where a copy that lies on the desk goes, and what state it has there. */
export function nextPlaceFor(copy: {
  readonly stockState: StockState;
  readonly owningSchoolId: SchoolId;
  readonly atSchoolId: SchoolId;
  readonly awaited: boolean;
}): { readonly next: NextPlace; readonly state: LendingState } {
  if (copy.stockState === 'withdrawn') return { next: 'withdrawn', state: 'in' };
  if (copy.owningSchoolId !== copy.atSchoolId) return { next: 'transfer', state: 'in-transit' };
  if (copy.awaited && copy.stockState === 'lendable') return { next: 'hold', state: 'hold-shelf' };
  return { next: 'shelf', state: 'in' };
}
