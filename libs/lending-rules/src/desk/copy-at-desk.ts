import type { CopyId, LoanId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyKind, LendingState, StockState } from '@shulian/contracts/words';
import type { WhoBorrows } from './who-borrows.js';

/** The lending state of a copy is circulation's, its stock state the catalogue's (decision 2). */
export type { LendingState, StockState };

/** Where a copy that came back goes next. */
export type NextPlace = 'shelf' | 'hold' | 'transfer' | 'withdrawn';

export type CopyAtDesk = {
  readonly id: CopyId;
  readonly titleId: TitleId;
  readonly schoolId: SchoolId;
  readonly kind: CopyKind;
  readonly clc: string | null;
  readonly stockState: StockState;
  readonly lendingState: LendingState;
  /** The open loan of the copy. */
  readonly loanId: LoanId | null;
  /** Who has it, for whoever may know. */
  readonly onLoanTo: WhoBorrows | null;
  /** The reader the copy is kept for, on the hold shelf or first in the queue; null: for nobody. */
  readonly heldFor: ReaderId | null;
};

/** What a scanned barcode led to (decision 14). */
export type ScannedCopy =
  | { readonly is: 'unknown' }
  | { readonly is: 'ambiguous'; readonly schools: number }
  | { readonly is: 'foreign' }
  | { readonly is: 'here'; readonly copy: CopyAtDesk };

/** On the shelf, for anybody, unless somebody waits. */
export const liesFree = (
  scanned: ScannedCopy,
): scanned is { readonly is: 'here'; readonly copy: CopyAtDesk } =>
  scanned.is === 'here' && scanned.copy.lendingState === 'in' && scanned.copy.stockState === 'lendable';
