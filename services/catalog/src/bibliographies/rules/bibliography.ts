export const BIBLIOGRAPHY_KINDS = ['subject', 'course', 'new-books', 'e-books', 'digest'] as const;
export type BibliographyKind = (typeof BIBLIOGRAPHY_KINDS)[number];

/** So many stand in one list; a longer one is read by nobody. */
export const MOST_ENTRIES = 500;

/** A title of the catalogue, or an excerpt with its source; what is read online says where. */
export type Entry = {
  readonly titleId: string | null;
  readonly heading: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly url: string | null;
  /** The electronic resource in which it is found. */
  readonly resourceId: string | null;
};

export type FaultyEntry = { readonly at: number; readonly code: 'title-or-heading' | 'is-there-already' };

/** Every entry that is none: of neither or both, or of a title that stands above. */
export const faultsOf = (entries: readonly Entry[]): FaultyEntry[] => {
  const seen = new Set<string>();
  return entries.flatMap(({ titleId, heading }, at): FaultyEntry[] => {
    if ((titleId === null) === (heading === null)) return [{ at, code: 'title-or-heading' }];
    if (titleId === null) return [];
    if (seen.has(titleId)) return [{ at, code: 'is-there-already' }];
    seen.add(titleId);
    return [];
  });
};
