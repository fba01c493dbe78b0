import { sql } from '@shulian/service-kit';

/** A publication `p` as it is shown. */
export const PUBLICATION_VIEW = sql`select p.id, p.version, p.school_id as "schoolId", p.shelf as "column", p.title, p.words,
    (select coalesce(jsonb_agg(jsonb_build_object('titleId', t.id, 'title', k.title) order by t.place), '[]')
       from unnest(p.title_ids) with ordinality as t(id, place) left join known_title k on k.title_id = t.id) as titles,
    p.issue_id as "issueId", p.channels, p.status, p.shows_from::text as "showsFrom", p.shows_until::text as "showsUntil",
    p.notice_id as "noticeId"
  from library_publication p`;
