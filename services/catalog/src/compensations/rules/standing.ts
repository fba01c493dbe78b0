/**
 * Where a compensation stands: owed; settled and to be closed in the books; closed by a line of the withdrawal register, or by
 * that and a replacement; owed again after it was closed; or the copy came back, and the books have nothing to close.
 */
export const STANDINGS = ['owed', 'to-close', 'closed', 'replaced', 'owed-again', 'came-back'] as const;
export type Standing = (typeof STANDINGS)[number];

export const SETTLEMENTS = ['paid', 'replaced', 'waived'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

export type ClosingRefusal =
  | 'compensation.still-owed'
  | 'compensation.closed'
  | 'compensation.copy-came-back'
  | 'compensation.replacement-needed'
  | 'compensation.no-replacement-due';

/** Why the books cannot close it: one that was replaced closes with the copy that came for it, all others without. */
export const closingRefusal = (
  { standing, how }: { readonly standing: Standing; readonly how: Settlement | null },
  by: 'withdrawal' | 'replacement',
): ClosingRefusal | null => {
  switch (standing) {
    case 'owed':
      return 'compensation.still-owed';
    case 'closed':
    case 'replaced':
    case 'owed-again':
      return 'compensation.closed';
    case 'came-back':
      return 'compensation.copy-came-back';
    case 'to-close':
      if (by === 'withdrawal') return how === 'replaced' ? 'compensation.replacement-needed' : null;
      return how === 'replaced' ? null : 'compensation.no-replacement-due';
  }
};

/** What was waived is lost to the school; what was paid or replaced is not. */
export const reasonOfWithdrawal = (how: Settlement | null): 'lost' | 'lost-and-paid' =>
  how === 'waived' ? 'lost' : 'lost-and-paid';
