import { limits } from '@shulian/contracts/limits';

/** How long the texts of a description may be, in characters: for its door, for imports, and so for its event. */
export const longestText = {
  title: limits.title,
  subtitle: 1_000,
  partNumber: 200,
  partTitle: 500,
  statement: 1_000,
  edition: 200,
  publisher: limits.publisher,
  publishedIn: 300,
  extent: 300,
  clc: limits.clc,
  summary: 10_000,
  audience: 300,
  binding: 100,
} as const;

/** The same for its lists: characters of an entry, and how many entries. */
export const longestList = {
  otherTitles: [1_000, 50],
  contributors: [limits.contributor, limits.contributors],
  isbns: [40, limits.isbns],
  otherNumbers: [1_000, 50],
  languages: [20, 20],
  series: [500, 30],
  subjects: [300, 100],
  otherClasses: [1_000, 20],
  notes: [2_000, 30],
} as const;

type Lists = { readonly [Field in keyof typeof longestList]: readonly string[] };

/**
 * A description without the texts and entries that are too long, and the fields they were in: what cannot be kept whole
 * is left out and told, never cut. A title must be there: it is for the caller to refuse one that is too long.
 */
export function withinLimits<Description extends Lists>(
  description: Description,
): { readonly description: Description; readonly leftOut: readonly string[] } {
  const within: Record<string, unknown> = { ...description };
  const leftOut: string[] = [];
  for (const [field, most] of Object.entries(longestText)) {
    const text = within[field];
    if (typeof text !== 'string' || text.length <= most) continue;
    within[field] = null;
    leftOut.push(field);
  }
  for (const [field, [most, entries]] of Object.entries(longestList)) {
    const list = description[field as keyof Lists];
    const kept = list.filter((entry) => entry.length <= most).slice(0, entries);
    within[field] = kept;
    if (kept.length < list.length) leftOut.push(field);
  }
  return { description: within as Description, leftOut };
}
