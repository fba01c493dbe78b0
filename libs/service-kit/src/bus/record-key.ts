/** Keys are ids; what is longer than this is none, and would fit into no index. */
const LONGEST_KEY = 500;

/** A key that can be noted and looked for; null when it cannot. */
export const keyOf = (text: string | null): string | null =>
  text === null || text.length > LONGEST_KEY || text.includes('\0') ? null : text;
