import type { Title } from '../../titles/rules/title.js';
import { titleFingerprint } from '../../titles/rules/title.js';

/** From so many points on two titles are proposed as one. */
export const LIKELY_THE_SAME = 50;

/** What speaks for one title, and against it, with its weight. A number that both bear weighs as much as all words together. */
const WEIGHTS = {
  'same-isbn': 50,
  'same-title': 30,
  'same-contributor': 15,
  'same-publisher': 10,
  'same-year': 10,
  'other-isbn': -30,
  'other-title': -30,
  'other-contributor': -10,
  'other-publisher': -10,
  'other-year': -10,
  'other-part': -60,
  'other-carrier': -60,
} as const;
export type LikenessReason = keyof typeof WEIGHTS;
export const LIKENESS_REASONS = Object.keys(WEIGHTS) as readonly LikenessReason[];

export type Likeness = { readonly score: number; readonly reasons: readonly LikenessReason[] };

/** How much two descriptions are of one title: 0 to 100. What one of them does not say speaks neither for it nor against. */
export const likenessOf = (one: Title, other: Title): Likeness => {
  const [title, contributor, publisher] = keysOf(one);
  const [otherTitle, otherContributor, otherPublisher] = keysOf(other);
  const reasons = [
    oneOf(one.isbns, other.isbns, 'same-isbn', 'other-isbn'),
    compared(title, otherTitle, 'same-title', 'other-title'),
    compared(contributor, otherContributor, 'same-contributor', 'other-contributor'),
    compared(publisher, otherPublisher, 'same-publisher', 'other-publisher'),
    compared(one.publishedYear, other.publishedYear, 'same-year', 'other-year'),
    one.partNumber !== other.partNumber && 'other-part',
    one.carrier !== other.carrier && 'other-carrier',
  ].filter((reason): reason is LikenessReason => reason !== false);
  const points = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
  return { score: Math.max(0, Math.min(100, points)), reasons };
};

/** Title, contributor and publisher as the fingerprint has them: letters only, without dynasty and kind of firm. */
const keysOf = (title: Title): readonly string[] => titleFingerprint(title).split('#');

const compared = <Same extends LikenessReason, Other extends LikenessReason>(
  one: string | number | null | undefined,
  other: string | number | null | undefined,
  same: Same,
  different: Other,
): Same | Other | false => {
  if ([one, other].some((each) => each === null || each === undefined || each === '')) return false;
  return one === other ? same : different;
};

const oneOf = <Same extends LikenessReason, Other extends LikenessReason>(
  some: readonly string[],
  others: readonly string[],
  same: Same,
  different: Other,
): Same | Other | false => {
  if (some.length === 0 || others.length === 0) return false;
  return some.some((each) => others.includes(each)) ? same : different;
};
