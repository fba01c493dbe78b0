/**
 * Which title of the catalogue an imported record describes (decision 22). In this order: the same source (801/003 + 001);
 * an ISBN, the fingerprint and the carrier together; the fingerprint, the year and the carrier together.
 */
export type MatchFacts = {
  readonly sourceKey: string | null;
  readonly isbns: readonly string[];
  readonly fingerprint: string;
  readonly titleKey: string;
  readonly publishedYear: number | null;
  readonly carrier: string;
};

export type MatchCandidate = MatchFacts & {
  readonly titleId: string;
  /** All sources the title was already described by. */
  readonly sourceKeys: readonly string[];
};

export type RecordMatch =
  | { readonly is: 'new'; readonly sourceConflict: boolean }
  | {
      readonly is: 'same';
      readonly titleId: string;
      readonly by: 'source' | 'isbn' | 'fingerprint';
      readonly sourceConflict: boolean;
    };

/**
 * Chooses among candidates; ties go to the smallest id (the oldest title). Control numbers of small systems repeat between
 * schools, so the same source with neither the title nor an ISBN in common counts as a conflict, not as the same record.
 */
export const matchFor = (record: MatchFacts, candidates: readonly MatchCandidate[]): RecordMatch => {
  const ordered = [...candidates].sort((a, b) =>
    a.titleId < b.titleId ? -1 : a.titleId > b.titleId ? 1 : 0,
  );
  const sharesIsbn = (other: MatchFacts): boolean => other.isbns.some((isbn) => record.isbns.includes(isbn));

  const sameSource = ordered.filter(
    (each) => record.sourceKey !== null && each.sourceKeys.includes(record.sourceKey),
  );
  const confirmed = sameSource.find((each) => each.titleKey === record.titleKey || sharesIsbn(each));
  if (confirmed !== undefined)
    return { is: 'same', titleId: confirmed.titleId, by: 'source', sourceConflict: false };
  const sourceConflict = sameSource.length > 0;

  const alike = ordered.filter(
    (each) => each.fingerprint === record.fingerprint && each.carrier === record.carrier,
  );
  const byIsbn = alike.find(sharesIsbn);
  if (byIsbn !== undefined) return { is: 'same', titleId: byIsbn.titleId, by: 'isbn', sourceConflict };
  const byYear = alike.find(
    (each) =>
      record.publishedYear !== null &&
      each.publishedYear === record.publishedYear &&
      // Two valid ISBNs that differ are two editions, whatever else is alike.
      (each.isbns.length === 0 || record.isbns.length === 0),
  );
  if (byYear !== undefined) return { is: 'same', titleId: byYear.titleId, by: 'fingerprint', sourceConflict };
  return { is: 'new', sourceConflict };
};
