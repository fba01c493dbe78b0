import type { CalendarDay, SchoolId, SuitabilityReviewId, TitleId } from '@shulian/contracts/ids';

export const VERDICTS = ['suitable', 'unsuitable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Pupils come first, teachers are served too (CAT-003). */
export const AUDIENCES = ['pupils', 'teachers'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What might be got: a title that is in the catalogue, or what is printed on a book that is not. */
export type Work = {
  readonly titleId: TitleId | null;
  readonly isbn: string | null;
  readonly name: string;
  readonly nameKey: string;
  readonly contributor: string | null;
  readonly publisher: string | null;
  readonly clc: string | null;
};

/** Somebody looked at a work before the school gets it (CAT-010). */
export type SuitabilityReview = Work & {
  readonly id: SuitabilityReviewId;
  readonly schoolId: SchoolId;
  readonly verdict: Verdict;
  readonly audience: Audience;
  readonly firstGrade: number | null;
  readonly lastGrade: number | null;
  /** As it stands in the list. */
  readonly reviewer: string;
  readonly remark: string | null;
  readonly reviewedOn: CalendarDay;
  readonly reviewedBy: string;
  readonly retracted: { readonly on: CalendarDay; readonly by: string; readonly reason: string } | null;
};

/** The review, taken back; null: it was already. */
export const retracted = (
  review: SuitabilityReview,
  on: CalendarDay,
  by: string,
  reason: string,
): SuitabilityReview | null =>
  review.retracted === null ? { ...review, retracted: { on, by, reason } } : null;

/** What is wrong with the grades of a review, as places in it: a book found fit for pupils is so for some grades. */
export const gradeFaults = (input: {
  readonly verdict: Verdict;
  readonly audience: Audience;
  readonly firstGrade: number | null;
  readonly lastGrade: number | null;
}): readonly { readonly field: 'firstGrade' | 'lastGrade'; readonly code: string }[] => {
  const { verdict, audience, firstGrade, lastGrade } = input;
  if (firstGrade === null && lastGrade === null)
    return verdict === 'suitable' && audience === 'pupils'
      ? [{ field: 'firstGrade', code: 'grades-needed' }]
      : [];
  if (firstGrade === null) return [{ field: 'firstGrade', code: 'is-defined' }];
  if (lastGrade === null) return [{ field: 'lastGrade', code: 'is-defined' }];
  return lastGrade < firstGrade ? [{ field: 'lastGrade', code: 'before-first-grade' }] : [];
};

/** Whether two descriptions mean the same work: one title, one ISBN, or, where neither has more, one name. */
export const isSameWork = (one: Work, other: Work): boolean => {
  if (one.titleId !== null && one.titleId === other.titleId) return true;
  if (one.isbn !== null && other.isbn !== null) return one.isbn === other.isbn;
  if (one.titleId !== null && other.titleId !== null) return false;
  return one.nameKey !== '' && one.nameKey === other.nameKey;
};
