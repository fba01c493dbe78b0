import type { CopyKind, StockState } from '@shulian/contracts/words';
import { firstStateOf } from '../../accession/rules/copy.js';

/** What is wrong with a copy. */
export const DAMAGES = ['loose-pages', 'torn', 'cover', 'spine', 'scribbled', 'stained', 'other'] as const;
export type Damage = (typeof DAMAGES)[number];

/** Where it was found: at the desk, by a look along the shelves, at the triage of the year's end, in the old backlog. */
export const REPAIR_SOURCES = ['circulation', 'inspection', 'triage', 'backlog'] as const;
export type RepairSource = (typeof REPAIR_SOURCES)[number];

/** How a repair ends; `not-needed` takes back what was taken by mistake. */
export const REPAIR_RESULTS = ['mended', 'beyond-repair', 'not-needed'] as const;
export type RepairResult = (typeof REPAIR_RESULTS)[number];

export const REPAIR_STATES = ['in-repair', ...REPAIR_RESULTS] as const;
export type RepairState = (typeof REPAIR_STATES)[number];

/** Where a copy goes: what is beyond repair stays out of use until it is weeded (P-24), all else goes back to where it was. */
export const stateAfterRepair = (result: RepairResult, kind: CopyKind, was: StockState): StockState => {
  if (result === 'beyond-repair') return 'repair';
  if (was === 'repair' || was === 'missing' || was === 'withdrawn') return firstStateOf(kind);
  return was === 'lendable' ? firstStateOf(kind) : was;
};
