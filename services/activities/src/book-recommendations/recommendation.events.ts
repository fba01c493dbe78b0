import { RecommendationPublishedV1, RecommendationWithdrawnV1 } from '@shulian/contracts/activities';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, TitleId } from '@shulian/contracts/ids';
import type { RecommendationIssue } from './rules/recommendation-issue.js';

export const recommendationPublished = (
  { id, schoolId, weekOf, version }: RecommendationIssue,
  published: { readonly number: number; readonly on: CalendarDay },
  titleIds: readonly string[],
): Announcement =>
  RecommendationPublishedV1.announce(
    {
      issueId: id,
      schoolId,
      number: published.number,
      weekOf,
      publishedOn: published.on,
      titleIds: titleIds as TitleId[],
    },
    version,
  );

export const recommendationWithdrawn = (
  { id, schoolId, version }: RecommendationIssue,
  withdrawnOn: CalendarDay,
): Announcement => RecommendationWithdrawnV1.announce({ issueId: id, schoolId, withdrawnOn }, version);
