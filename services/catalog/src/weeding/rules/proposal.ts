import type { CalendarDay, SchoolId, WeedingProposalId } from '@shulian/contracts/ids';

/** Why a copy is weeded; lost and transferred copies leave by other ways (P-23). */
export const WEEDING_REASONS = ['damaged', 'surplus', 'outdated'] as const;
export type WeedingReason = (typeof WEEDING_REASONS)[number];

export const PROPOSAL_STATES = ['proposed', 'reviewed', 'approved', 'done', 'refused', 'cancelled'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export const LINE_STATES = ['proposed', 'kept', 'approved', 'withdrawn', 'dropped'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What would be weeded; all that is said must hold. */
export type WeedingRule = {
  /** Of each title so many copies stay, and only what is more is weeded. */
  readonly keepCopies: number | null;
  readonly notLentSince: CalendarDay | null;
  readonly accessionedBefore: CalendarDay | null;
  readonly publishedBefore: number | null;
  readonly clc: string | null;
  /** Only what nobody could mend (P-24). */
  readonly beyondRepair: boolean;
  /** Of 100 volumes of each main class so many stay at least: the proportions of the stock hold. */
  readonly keepPercent: number;
  /** The school keeps so many volumes, whatever the rule would weed. */
  readonly keepVolumes: number;
};

export type Proposal = {
  readonly id: WeedingProposalId;
  readonly schoolId: SchoolId;
  readonly state: ProposalState;
  readonly reason: WeedingReason;
  readonly proposedBy: string;
  readonly reviewedBy: string | null;
  readonly documentNumber: string | null;
  /** In words, as 教育局装备科. */
  readonly approvedBy: string | null;
};

export const STEPS = [
  'review',
  'undo-review',
  'approve',
  'refuse',
  'revoke',
  'withdraw',
  'cancel',
  'keep-evidence',
] as const;
export type Step = (typeof STEPS)[number];

const FROM: Readonly<Record<Step, readonly ProposalState[]>> = {
  review: ['proposed'],
  'undo-review': ['reviewed'],
  approve: ['reviewed'],
  refuse: ['reviewed'],
  // What was struck by then stays struck; what still stands is free again.
  revoke: ['approved'],
  withdraw: ['approved'],
  cancel: ['proposed', 'reviewed'],
  'keep-evidence': ['reviewed', 'approved', 'done'],
};

/** Why a person may not take a step now: the proposal is not there, or it is the person's own (two pairs of eyes). */
export const stepRefusal = (
  proposal: Pick<Proposal, 'state' | 'proposedBy' | 'reviewedBy'>,
  step: Step,
  by: string,
): 'weeding.not-now' | 'weeding.own-proposal' | null => {
  if (!FROM[step].includes(proposal.state)) return 'weeding.not-now';
  const own = step === 'review' ? [proposal.proposedBy] : [proposal.proposedBy, proposal.reviewedBy];
  return (step === 'review' || step === 'approve') && own.includes(by) ? 'weeding.own-proposal' : null;
};
