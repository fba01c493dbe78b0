import type { TitleId } from '@shulian/contracts/ids';
import type { MaterialKind } from '@shulian/contracts/words';
import { isCarriedSo } from './material-kind.js';
import { longestList } from './title-limits.js';
import { fingerprintOf, titleKeyOf } from './title-fingerprint.js';

/** What is known of a title (种), one record for the county. Lists are never null; texts are trimmed, not empty. */
export type TitleDescription = {
  readonly title: string;
  readonly subtitle: string | null;
  readonly partNumber: string | null;
  readonly partTitle: string | null;
  readonly otherTitles: readonly string[];
  readonly statement: string | null;
  readonly contributors: readonly string[];
  readonly edition: string | null;
  /** 13 digits, valid. */
  readonly isbns: readonly string[];
  /** ISSNs, unified book numbers, and ISBNs whose check digit is wrong: for search only. */
  readonly otherNumbers: readonly string[];
  readonly publisher: string | null;
  readonly publishedIn: string | null;
  readonly publishedYear: number | null;
  readonly languages: readonly string[];
  readonly extent: string | null;
  readonly series: readonly string[];
  readonly subjects: readonly string[];
  readonly clc: string | null;
  readonly otherClasses: readonly string[];
  readonly summary: string | null;
  readonly audience: string | null;
  readonly binding: string | null;
  readonly priceFen: number | null;
  readonly level: string;
  readonly carrier: string;
  /** Null where nobody has said it, and level and carrier leave it open. */
  readonly kind: MaterialKind | null;
  readonly notes: readonly string[];
};

export type Title = TitleDescription & { readonly id: TitleId; readonly version: number };

/** A description of a printed book of which only the title is known. */
export const describedOnlyBy = (title: string): TitleDescription => ({
  title,
  subtitle: null,
  partNumber: null,
  partTitle: null,
  otherTitles: [],
  statement: null,
  contributors: [],
  edition: null,
  isbns: [],
  otherNumbers: [],
  publisher: null,
  publishedIn: null,
  publishedYear: null,
  languages: [],
  extent: null,
  series: [],
  subjects: [],
  clc: null,
  otherClasses: [],
  summary: null,
  audience: null,
  binding: null,
  priceFen: null,
  level: 'monograph',
  carrier: 'print',
  kind: 'book',
  notes: [],
});

export const titleKey = (title: TitleDescription): string => titleKeyOf(title);

export const titleFingerprint = (title: TitleDescription): string =>
  fingerprintOf({ ...title, firstContributor: title.contributors[0] ?? null });

/** The same title with another version number: the one after the present one. */
export const redescribed = (title: Title, description: TitleDescription): Title => ({
  ...description,
  id: title.id,
  version: title.version + 1,
});

/**
 * What a second description adds to a first. `newer` wins where it says something (the same source described it again);
 * otherwise only gaps are filled (another source). Lists grow to
 * their limit, nothing else is lost.
 */
export const mergedDescription = (
  present: TitleDescription,
  incoming: TitleDescription,
  which: 'newer' | 'other',
): TitleDescription => {
  const merged: Record<string, unknown> = { ...present };
  for (const [field, value] of Object.entries(incoming)) {
    const known = present[field as keyof TitleDescription];
    if (Array.isArray(value)) {
      const added: readonly unknown[] = value;
      const listed: readonly unknown[] = Array.isArray(known) ? known : [];
      const together =
        which === 'newer' && value.length > 0 && !GROWING.has(field) ? added : [...listed, ...added];
      merged[field] = [...new Set<unknown>(together)].slice(
        0,
        longestList[field as keyof typeof longestList][1],
      );
    } else if (value !== null && (which === 'newer' || known === null)) merged[field] = value;
  }
  const together = merged as TitleDescription;
  // Two sources that contradict each other leave it open what the title is.
  return isCarriedSo(together) ? together : { ...together, kind: null };
};

/** Numbers a title was ever known by stay with it. */
const GROWING = new Set(['isbns', 'otherNumbers']);

export const isSameDescription = (a: TitleDescription, b: TitleDescription): boolean =>
  Object.keys(describedOnlyBy('')).every(
    (field) =>
      JSON.stringify(a[field as keyof TitleDescription]) ===
      JSON.stringify(b[field as keyof TitleDescription]),
  );
