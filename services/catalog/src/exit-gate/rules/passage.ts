import type { LendingState, StockState } from '@shulian/contracts/words';

/** Why a copy must not leave. */
export const ALARM_REASONS = ['not-lent', 'reading-room', 'withdrawn', 'unknown-barcode'] as const;
export type AlarmReason = (typeof ALARM_REASONS)[number];
/** What came of an alarm. */
export const ALARM_OUTCOMES = ['lent-afterwards', 'put-back', 'false-alarm', 'gone'] as const;
export type AlarmOutcome = (typeof ALARM_OUTCOMES)[number];

export type PassingCopy = { readonly stockState: StockState; readonly lending: LendingState };

/** Whether a copy may leave: lent, or on its way to another school. Null: it may. */
export const alarmFor = (copy: PassingCopy | null): AlarmReason | null => {
  if (copy === null) return 'unknown-barcode';
  if (copy.lending === 'on-loan' || copy.lending === 'in-transit') return null;
  if (copy.stockState === 'withdrawn') return 'withdrawn';
  return copy.stockState === 'reading-room' ? 'reading-room' : 'not-lent';
};
