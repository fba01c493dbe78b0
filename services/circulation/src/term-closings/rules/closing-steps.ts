/** What closes a term, in its order (P-27): books come back, losses are paid, lost copies are struck, the cash is settled. */
export const CLOSING_STEPS = ['returns', 'compensation', 'withdrawals', 'settlement'] as const;
export type ClosingStep = (typeof CLOSING_STEPS)[number];

export type ClosingFault = 'term-closing.done' | 'term-closing.earlier-open' | 'term-closing.note-needed';

/**
 * Why a step cannot be ended, or null.
 * @param done how many steps are ended, from the first on
 * @param remaining what is left of the work of the step
 */
export function closingFault(
  step: ClosingStep,
  done: number,
  remaining: number,
  note: string | null,
): ClosingFault | null {
  const place = CLOSING_STEPS.indexOf(step);
  if (place < done) return 'term-closing.done';
  if (place > done) return 'term-closing.earlier-open';
  return remaining > 0 && note === null ? 'term-closing.note-needed' : null;
}
