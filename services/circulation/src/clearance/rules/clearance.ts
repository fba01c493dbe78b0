import type { Reason } from '@shulian/lending-rules/desk/reason';

export const LEAVING = ['graduation', 'transfer', 'leave'] as const;
export type Leaving = (typeof LEAVING)[number];

/** What keeps a reader from being cleared (P-53). */
export const MISSING = ['loans', 'debts', 'card', 'files'] as const;
export type Missing = (typeof MISSING)[number];

export type ClearanceFacts = {
  readonly openLoans: number;
  readonly debts: number;
  /** A card is out, and was not handed in. */
  readonly cardOut: boolean;
  /** Files are to be dealt with, and were not. */
  readonly filesOut: boolean;
};

export const missingOf = ({ openLoans, debts, cardOut, filesOut }: ClearanceFacts): Missing[] => [
  ...(openLoans > 0 ? (['loans'] as const) : []),
  ...(debts > 0 ? (['debts'] as const) : []),
  ...(cardOut ? (['card'] as const) : []),
  ...(filesOut ? (['files'] as const) : []),
];

const codes = {
  loans: 'clearance.loans-open',
  debts: 'clearance.debts-owed',
  card: 'clearance.card-out',
  files: 'clearance.files-out',
} as const;

/** All of it at once, so that nobody comes four times. */
export const clearanceRefusals = (facts: ClearanceFacts): Reason[] =>
  missingOf(facts).map((missing) => ({
    code: codes[missing],
    severity: 'deny',
    overridable: false,
    ...(missing === 'loans'
      ? { facts: { openLoans: facts.openLoans } }
      : missing === 'debts'
        ? { facts: { debts: facts.debts } }
        : {}),
  }));
