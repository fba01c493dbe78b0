import type { SchoolId } from '@shulian/contracts/ids';

export const DESTRUCTION_STATES = ['proposed', 'approved', 'refused', 'withdrawn', 'carried-out'] as const;
export type DestructionState = (typeof DESTRUCTION_STATES)[number];

export const DESTRUCTION_STEPS = ['approve', 'refuse', 'withdraw', 'revoke', 'carry-out'] as const;
export type DestructionStep = (typeof DESTRUCTION_STEPS)[number];

export type Destruction = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly state: DestructionState;
  readonly proposedBy: string;
};

const STEPS: Readonly<Record<DestructionStep, { from: readonly DestructionState[]; to: DestructionState }>> =
  {
    approve: { from: ['proposed'], to: 'approved' },
    refuse: { from: ['proposed'], to: 'refused' },
    withdraw: { from: ['proposed'], to: 'withdrawn' },
    // As long as nothing is destroyed the approval can be taken back.
    revoke: { from: ['approved'], to: 'proposed' },
    'carry-out': { from: ['approved'], to: 'carried-out' },
  };

export const destructionAfter = (step: DestructionStep): DestructionState => STEPS[step].to;

/** Why a step may not be taken: it is not the time for it, or it is the own proposal (two pairs of eyes). */
export const destructionRefusal = (
  { state, proposedBy }: Pick<Destruction, 'state' | 'proposedBy'>,
  step: DestructionStep,
  by: string,
): 'archive-destruction.not-now' | 'archive-destruction.own-proposal' | null => {
  if (!STEPS[step].from.includes(state)) return 'archive-destruction.not-now';
  return step === 'approve' && by === proposedBy ? 'archive-destruction.own-proposal' : null;
};
