import type { CalendarDay, RecommendationIssueId, SchoolId } from '@shulian/contracts/ids';

export const ISSUE_STATUSES = ['draft', 'published', 'withdrawn'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];

export type RecommendedTitle = { readonly titleId: string; readonly reason: string | null };

/** An issue of recommended books (新书推荐), for a week that begins on its Monday. */
export type RecommendationIssue = {
  readonly id: RecommendationIssueId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly weekOf: CalendarDay;
  readonly theme: string;
  readonly words: string | null;
  readonly status: IssueStatus;
  /** Of the school year; null: it was never published. */
  readonly number: number | null;
  readonly publishedOn: CalendarDay | null;
};

export const mayBePublished = ({ status }: Pick<RecommendationIssue, 'status'>): boolean =>
  status === 'draft';
export const mayBeWithdrawn = ({ status }: Pick<RecommendationIssue, 'status'>): boolean =>
  status === 'published';
