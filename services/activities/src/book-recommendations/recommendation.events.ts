import { RecommendationPublishedV1 } from '@shulian/contracts/activities';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, TitleId } from '@shulian/contracts/ids';
import type { IssueView } from './recommendations.http.js';
import type { RecommendationIssue } from './rules/recommendation-issue.js';

/** The issue as it is from now on: what it recommends, and whether it was taken back. */
export const recommendationTold = (
  { id, schoolId }: RecommendationIssue,
  { version, status, titles }: IssueView,
  publishedOn: CalendarDay,
): Announcement =>
  RecommendationPublishedV1.announce(
    {
      issueId: id,
      schoolId,
      version,
      publishedOn,
      titleIds: titles.map(({ titleId }) => titleId as TitleId),
      withdrawn: status === 'withdrawn',
    },
    version,
  );
