export const E_BOOK_IN_KINDS = ['bought', 'donated', 'county', 'free'] as const;
export const E_BOOK_KINDS = [...E_BOOK_IN_KINDS, 'removed'] as const;
export type EBookKind = (typeof E_BOOK_KINDS)[number];
export const E_BOOK_LINE_KINDS = [...E_BOOK_KINDS, 'correction'] as const;
export type EBookLineKind = (typeof E_BOOK_LINE_KINDS)[number];

/** Volumes with their sign: what was removed goes. */
export const signedVolumes = (kind: EBookKind, volumes: number): number =>
  kind === 'removed' ? -volumes : volumes;

/**
 * Whether so many may come or go on a day: on no day from then on may there be fewer than none.
 * @param leastAfter the fewest there are on the day and on every later one
 */
export const isCovered = (volumes: number, leastAfter: number): boolean => leastAfter + volumes >= 0;
