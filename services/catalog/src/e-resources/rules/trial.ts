import type { SchoolId } from '@shulian/contracts/ids';
import type { EResourceKind } from './e-resource.js';

export const TRIAL_STATES = ['running', 'adopted', 'declined'] as const;
export type TrialState = (typeof TRIAL_STATES)[number];
export const TRIAL_OUTCOMES = ['adopt', 'decline', 'extend'] as const;
export type TrialOutcome = (typeof TRIAL_OUTCOMES)[number];

/** A resource that is tried before it is taken (CAT-086). */
export type Trial = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId | null;
  readonly kind: EResourceKind;
  readonly name: string;
  readonly provider: string | null;
  readonly scope: string | null;
  readonly url: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly note: string | null;
  readonly state: TrialState;
  readonly resourceId: string | null;
  readonly addedBy: string;
};

/** How often a trial is extended and decided; whoever needs more begins another. */
export const MOST_STEPS = 50;

export type TrialRefusal =
  'e-resource-trial.decided' | 'e-resource-trial.not-evaluated' | 'e-resource-trial.not-later';

/** Nothing is taken that nobody looked at; an extension ends later than before. */
export const outcomeRefusal = (
  trial: Pick<Trial, 'state' | 'endsOn'>,
  outcome: TrialOutcome,
  evaluations: number,
  endsOn: string | null,
): TrialRefusal | null => {
  if (trial.state !== 'running') return 'e-resource-trial.decided';
  if (outcome === 'adopt' && evaluations === 0) return 'e-resource-trial.not-evaluated';
  return outcome === 'extend' && (endsOn === null || endsOn <= trial.endsOn)
    ? 'e-resource-trial.not-later'
    : null;
};
