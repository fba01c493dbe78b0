import type { CopyKind, StockState } from '@shulian/contracts/words';
import { firstStateOf } from '../../accession/rules/copy.js';

/** What a stocktake says of a copy or a barcode; every copy that was to be seen, and every barcode seen, stands under one. */
export const FINDINGS = [
  'seen',
  'found',
  'misplaced',
  'lent-but-seen',
  'withdrawn-but-seen',
  'of-another-school',
  'unknown',
  'missing',
  'known-missing',
  'lent',
  'lost',
  'in-repair',
] as const;
export type Finding = (typeof FINDINGS)[number];

/** Of barcodes that are of no copy of the school. */
export const FINDINGS_OF_STRANGERS: readonly Finding[] = ['of-another-school', 'unknown'];

/** Somebody at the shelf should do something about it now. */
export const NEEDS_A_HAND: readonly Finding[] = [
  'found',
  'misplaced',
  'lent-but-seen',
  'withdrawn-but-seen',
  'of-another-school',
  'unknown',
];

/** What is done about findings, many at once. */
export const RESOLUTIONS = ['mark-missing', 'restore-found', 'undo-marks'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** A found copy goes back to where it was before it was missed, and where nobody knows, to where such copies begin. */
export const restoredState = (kind: CopyKind, before: StockState | null): StockState => {
  if (before === null || before === 'missing' || before === 'withdrawn') return firstStateOf(kind);
  return before === 'lendable' ? firstStateOf(kind) : before;
};
