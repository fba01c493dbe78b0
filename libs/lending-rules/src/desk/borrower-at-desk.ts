import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { BorrowerKind } from '../policy/loan-policy.js';
import type { Borrower } from './borrower.js';
import type { WhoBorrows } from './who-borrows.js';

/** A reader or a class, as a desk sees them. */
export type BorrowerAtDesk = {
  readonly who: WhoBorrows;
  readonly schoolId: SchoolId;
  readonly kind: BorrowerKind;
  /** Of the reader, or the class itself. */
  readonly classId: SchoolClassId | null;
  readonly grade: number | null;
  /** A class has left when it has graduated. */
  readonly standing: 'active' | 'left';
  readonly suspended: { readonly untilOn: CalendarDay | null } | null;
  /** Of the card that was shown; null when the borrower was named by id. */
  readonly card: 'active' | 'lost' | 'returned' | 'left' | null;
  readonly borrower: Borrower;
};

/** Suspended up to and including the day. */
export const isSuspended = (suspended: BorrowerAtDesk['suspended'], today: CalendarDay): boolean =>
  suspended !== null && (suspended.untilOn === null || today <= suspended.untilOn);
