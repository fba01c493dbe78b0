import type { CalendarDay } from '@shulian/contracts/ids';
import type { WeedingRule } from './proposal.js';

/** A rule as it was asked for: what is left out bounds nothing. */
export const weedingRule = (input: {
  readonly keepCopies?: number;
  readonly notLentSince?: string;
  readonly accessionedBefore?: string;
  readonly publishedBefore?: number;
  readonly clc?: string;
  readonly beyondRepair?: boolean;
  readonly keepPercent?: number;
  readonly keepVolumes?: number;
}): WeedingRule => ({
  keepCopies: input.keepCopies ?? null,
  notLentSince: (input.notLentSince ?? null) as CalendarDay | null,
  accessionedBefore: (input.accessionedBefore ?? null) as CalendarDay | null,
  publishedBefore: input.publishedBefore ?? null,
  clc: input.clc ?? null,
  beyondRepair: input.beyondRepair ?? false,
  keepPercent: input.keepPercent ?? 0,
  keepVolumes: input.keepVolumes ?? 0,
});
