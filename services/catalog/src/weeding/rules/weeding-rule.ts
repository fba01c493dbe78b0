import type { CalendarDay } from '@shulian/contracts/ids';
import type { WeedingRule } from './proposal.js';

/** A rule as it was asked for: what is left out bounds nothing. */
export const weedingRule = (asked: {
  readonly keepCopies?: number;
  readonly notLentSince?: string;
  readonly accessionedBefore?: string;
  readonly publishedBefore?: number;
  readonly clc?: string;
  readonly beyondRepair?: boolean;
  readonly keepPercent?: number;
  readonly keepVolumes?: number;
}): WeedingRule => ({
  keepCopies: asked.keepCopies ?? null,
  notLentSince: (asked.notLentSince ?? null) as CalendarDay | null,
  accessionedBefore: (asked.accessionedBefore ?? null) as CalendarDay | null,
  publishedBefore: asked.publishedBefore ?? null,
  clc: asked.clc ?? null,
  beyondRepair: asked.beyondRepair ?? false,
  keepPercent: asked.keepPercent ?? 0,
  keepVolumes: asked.keepVolumes ?? 0,
});
