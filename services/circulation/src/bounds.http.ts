/** A hundred thousand yuan: more is a slip of the pen. */
export const MOST_FEN = 10_000_000;
/** What a person writes beside a decision, in characters. */
export const LONGEST_NOTE = 500;
/** Loans, copies or readers that one call names. */
export const MOST_AT_ONCE = 500;
