import { sql } from '@shulian/service-kit';

/** An issue `i` as it is shown, with its titles in their order. */
export const ISSUE_VIEW = sql`select i.id, i.version, i.school_id as "schoolId", i.week_of::text as "weekOf", i.number, i.theme,
    i.words, i.status, i.published_on::text as "publishedOn",
    coalesce((select jsonb_agg(jsonb_build_object('titleId', r.title_id, 'title', t.title, 'reason', r.reason) order by r.place)
      from recommended_title r left join known_title t on t.title_id = r.title_id where r.issue_id = i.id), '[]') as titles
  from recommendation_issue i`;
