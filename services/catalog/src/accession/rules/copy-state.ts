import type { LendingState, StockState } from '@shulian/contracts/words';

/** Withdrawn is the end: a copy that comes back is accessioned anew under a new number (registers are struck, not deleted). */
const NEXT: Readonly<Record<StockState, readonly StockState[]>> = {
  processing: ['lendable', 'reading-room', 'repair', 'missing', 'withdrawn'],
  lendable: ['processing', 'reading-room', 'repair', 'missing', 'withdrawn'],
  'reading-room': ['processing', 'lendable', 'repair', 'missing', 'withdrawn'],
  repair: ['processing', 'lendable', 'reading-room', 'missing', 'withdrawn'],
  missing: ['processing', 'lendable', 'reading-room', 'repair', 'withdrawn'],
  withdrawn: [],
};

/** Why a copy is struck from the register (CAT-038). */
export const WITHDRAWAL_REASONS = [
  'lost',
  'lost-and-paid',
  'damaged',
  'surplus',
  'outdated',
  'transferred',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

export type CopyRefusal =
  | { readonly code: 'copy.on-loan'; readonly lending: LendingState }
  | { readonly code: 'copy.transition-refused'; readonly from: StockState; readonly to: StockState }
  | { readonly code: 'copy.withdrawal-reason-missing' }
  | { readonly code: 'copy.reading-room-only' }
  | { readonly code: 'copy.price-settled' }
  | { readonly code: 'copy.weeding-needs-approval' };

/** Every reason why a copy may not go into another stock state; a withdrawal is refused while the copy is known to be out. */
export const stateChangeRefusals = (
  from: StockState,
  to: StockState,
  lending: LendingState,
  withdrawalReason: WithdrawalReason | null,
): CopyRefusal[] => {
  if (from === to) return [];
  const refusals: CopyRefusal[] = [];
  if (!NEXT[from].includes(to)) refusals.push({ code: 'copy.transition-refused', from, to });
  if (to === 'withdrawn' && ['on-loan', 'hold-shelf', 'in-transit'].includes(lending))
    refusals.push({ code: 'copy.on-loan', lending });
  // CAT-038: one line per copy withdrawn, with its reason.
  if (to === 'withdrawn' && withdrawalReason === null)
    refusals.push({ code: 'copy.withdrawal-reason-missing' });
  return refusals;
};

/** What is weeded leaves by an approved proposal and by no other way (P-23); what is lost, paid or given away does not need one. */
export const approvalRefusals = (
  from: StockState,
  to: StockState,
  why: WithdrawalReason | null,
): CopyRefusal[] =>
  from !== to && to === 'withdrawn' && (why === 'damaged' || why === 'surplus' || why === 'outdated')
    ? [{ code: 'copy.weeding-needs-approval' }]
    : [];

/** Counted as available: on the shelf and allowed to go home. */
export const isAvailable = (stock: StockState, lending: LendingState): boolean =>
  stock === 'lendable' && lending === 'in';

/** The one word of the catalogue's answers: what is out is told first, then what the stock says. */
export const statusOf = (
  stock: StockState,
  lending: LendingState,
): StockState | Exclude<LendingState, 'in'> => (stock === 'withdrawn' || lending === 'in' ? stock : lending);
