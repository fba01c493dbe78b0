import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, SchoolId, TitleId } from '../ids.js';
import { activitiesRecommendation } from './topics.js';

/** Titles of one issue. */
export const mostRecommendedTitles = 500;

export const RecommendationPublishedV1 = defineEvent({
  type: 'shulian.activities.recommendation.published.v1',
  topic: activitiesRecommendation,
  data: Type.Object({
    schoolId: SchoolId,
    issueId: Type.String({ format: 'uuid', maxLength: 36, title: 'RecommendationIssueId' }),
    version: Type.Integer({
      minimum: 1,
      description: 'of the issue; a later one replaces all that was said',
    }),
    publishedOn: CalendarDay,
    titleIds: Type.Array(TitleId, { maxItems: mostRecommendedTitles, description: 'each once' }),
    withdrawn: Type.Boolean({ description: 'the issue recommends nothing any more' }),
  }),
  says: 'An issue of recommended titles was published, put right or withdrawn: all its titles as they now are.',
  key: (issue) => issue.issueId,
  school: (issue) => issue.schoolId,
});
export type RecommendationPublishedV1 = EventOf<typeof RecommendationPublishedV1>;
