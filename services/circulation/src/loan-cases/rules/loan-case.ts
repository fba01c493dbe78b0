/** A copy came damaged, or its reader says that it was given back (CIR-061). */
export const CASE_KINDS = ['damage', 'said-returned'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_DAMAGES = [
  'torn',
  'cover',
  'stained',
  'wet',
  'written-in',
  'pages-missing',
  'other',
] as const;
export type CaseDamage = (typeof CASE_DAMAGES)[number];

export const CASE_OUTCOMES = ['mended', 'lost', 'found', 'not-found', 'dropped'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
export type CaseState = 'open' | CaseOutcome;
export const CASE_STATES = ['open', ...CASE_OUTCOMES] as const;

const OUTCOMES: Readonly<Record<CaseKind, readonly CaseOutcome[]>> = {
  damage: ['mended', 'lost', 'dropped'],
  'said-returned': ['found', 'not-found', 'lost', 'dropped'],
};

/** Whether a case of this kind can end so: what is beyond repair or not found is a loss (P-04). */
export const canEnd = (kind: CaseKind, outcome: CaseOutcome): boolean => OUTCOMES[kind].includes(outcome);

/** Thousandths, rounded; null where there is nothing to compare with. */
export const perMille = (part: number, whole: number | null): number | null =>
  whole === null || whole === 0 ? null : Math.round((part * 10_000) / whole) / 10;
