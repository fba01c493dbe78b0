/**
 * Which title of the catalogue an imported record describes (decision 22). In this order: the same source (801/003 + 001);
 * an ISBN, the fingerprint and the carrier together; the fingerprint, the year and the carrier together; the same copies
 * under the same title. Volumes of one series or set that differ in their number are different books.
 */
export type MatchFacts = {
  readonly sourceKey: string | null;
  readonly isbns: readonly string[];
  readonly fingerprint: string;
  readonly titleKey: string;
  readonly publishedYear: number | null;
  readonly carrier: string;
  readonly series: readonly string[];
};

/** What is known beside the words of a record. */
export type MatchHelp = {
  /** Titles whose copies in this school have the barcodes, or the places in a list, of this record's copies. */
  readonly heldBy: ReadonlySet<string>;
  /** Sources of this school's own lists begin with this: no number, only the words themselves. */
  readonly ownSources: string;
  /** Letters were lost: nothing but the very same bytes is the same. */
  readonly hasLost: boolean;
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
      readonly by: 'source' | 'isbn' | 'fingerprint' | 'copies';
      readonly sourceConflict: boolean;
    };

/**
 * Chooses among candidates; ties go to the smallest id (the oldest title). Control numbers of small systems repeat between
 * schools, so the same source with neither the title nor an ISBN in common counts as a conflict, not as the same record.
 */
export const matchFor = (
  record: MatchFacts,
  candidates: readonly MatchCandidate[],
  { heldBy, ownSources, hasLost }: MatchHelp = NO_HELP,
): RecordMatch => {
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

  if (hasLost) return { is: 'new', sourceConflict };

  const alike = ordered.filter(
    (each) =>
      each.fingerprint === record.fingerprint &&
      each.carrier === record.carrier &&
      !areOtherVolumes(each.series, record.series),
  );
  const byIsbn = alike.find(sharesIsbn);
  if (byIsbn !== undefined) return { is: 'same', titleId: byIsbn.titleId, by: 'isbn', sourceConflict };
  const byYear = alike.find(
    (each) =>
      each.publishedYear === record.publishedYear &&
      // Without a year only the lines of one school's own lists are sure to mean one book.
      (record.publishedYear !== null || each.sourceKeys.some((key) => key.startsWith(ownSources))) &&
      // Two valid ISBNs that differ are two editions, whatever else is alike.
      (each.isbns.length === 0 || record.isbns.length === 0),
  );
  if (byYear !== undefined) return { is: 'same', titleId: byYear.titleId, by: 'fingerprint', sourceConflict };
  const byCopies = ordered.find((each) => heldBy.has(each.titleId) && each.titleKey === record.titleKey);
  if (byCopies !== undefined) return { is: 'same', titleId: byCopies.titleId, by: 'copies', sourceConflict };
  return { is: 'new', sourceConflict };
};

const NO_HELP: MatchHelp = { heldBy: new Set(), ownSources: '\u0000', hasLost: false };

/** Whether two books stand in one series or set under different numbers. */
const areOtherVolumes = (some: readonly string[], others: readonly string[]): boolean => {
  const numbers = new Map(some.flatMap((text) => numberedSeries(text) ?? []));
  return others
    .flatMap((text) => numberedSeries(text) ?? [])
    .some(([name, number]) => numbers.has(name) && numbers.get(name) !== number);
};

const HAN_NUMBERS = '〇一二三四五六七八九十';
const NUMBERED =
  /^(.*?)[\s,;:.·，；：]*(?:第|卷|之|vol(?:ume)?\.?|no\.?|v\.)?\s*(\d{1,5}|[〇一二三四五六七八九十]{1,3}|[上中下])\s*[卷册辑集部编号期种]?\s*$/iu;

/** `鲁迅全集 第3卷` is number 3 of 鲁迅全集; null for a series without a number. */
const numberedSeries = (text: string): [name: string, number: string][] | null => {
  const [, name = '', number = ''] = NUMBERED.exec(text.normalize('NFKC')) ?? [];
  const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters === '' || number === '') return null;
  const place = HAN_NUMBERS.indexOf(number);
  return [[letters, place >= 0 ? String(place) : number.replace(/^0+(?=\d)/, '')]];
};
