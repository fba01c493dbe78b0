import type { SchoolId } from '@shulian/contracts/ids';
import type { LendingState, NextPlace, StockState } from '../desk/copy-at-desk.js';
import { closed, type Loan } from '../desk/loan.js';
import type { Moment } from '../calendar/day.js';
import { nextPlaceFor } from './next-place.js';

/** A copy in hand at a desk, with its open loan. */
export type CopyInHand = {
  readonly schoolId: SchoolId;
  readonly stockState: StockState;
  readonly state: LendingState;
  readonly version: number;
  readonly loan: Loan | null;
};

export type TakenBack = {
  readonly loan: Loan | null;
  readonly next: NextPlace;
  readonly state: LendingState;
  /** The copy moved, and no loan tells of it: back from another school, sent there, put aside or found again (decisions 2 and 6). */
  readonly released: boolean;
  /** Of the copy, raised where something is said of it. */
  readonly version: number;
};

/** What a return makes of a copy and its loan. @param awaited somebody who waits gets it */
export function takenBack(
  copy: CopyInHand,
  atSchoolId: SchoolId,
  awaited: boolean,
  moment: Moment,
): TakenBack {
  const place =
    copy.state === 'hold-shelf'
      ? ({ next: 'hold', state: 'hold-shelf' } as const)
      : nextPlaceFor({
          stockState: copy.stockState,
          owningSchoolId: copy.schoolId,
          atSchoolId,
          awaited,
        });
  const loan = copy.loan === null ? null : closed(copy.loan, 'returned', moment, atSchoolId);
  const released = loan === null && place.state !== copy.state;
  return { ...place, loan, released, version: copy.version + (loan !== null || released ? 1 : 0) };
}
