import type { SchoolId } from '@shulian/contracts/ids';

export const RUN_STATES = ['open', 'left'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** A round of the courier from one school, with whatever it takes along. */
export type Run = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly state: RunState;
  readonly copies: number;
};
