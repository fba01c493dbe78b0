/** How a claim ends. */
export const CLAIM_OUTCOMES = ['replaced', 'refunded', 'given-up'] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** Of an issue that a school misses: nobody asked for it yet, it was claimed, or it ended. */
export const MISSING_STATES = ['missing', 'claimed', ...CLAIM_OUTCOMES] as const;
export type MissingState = (typeof MISSING_STATES)[number];
