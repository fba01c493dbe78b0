import { sql } from '@shulian/service-kit';

/** The titles of a match `m`, in their order. */
export const MATCHED_TITLES = sql`(select coalesce(jsonb_agg(jsonb_build_object('titleId', t.id, 'title', k.title) order by t.place), '[]')
    from unnest(m.title_ids) with ordinality as t(id, place) left join known_title k on k.title_id = t.id)`;

/** A match `m` as it is shown, with what became of it. */
export const MATCH_VIEW = sql`select m.id, m.school_id as "schoolId", m.name, m.occasion, m.subject, m.words, ${MATCHED_TITLES} as titles,
    m.sent_on::text as "sentOn", n.readers, n.declined, l.borrowers, l.loans
  from book_match m
  cross join lateral (select count(*)::int as readers, count(declined_on)::int as declined from matched_reader where match_id = m.id) n
  cross join lateral (select count(distinct k.reader_id)::int as borrowers, count(*)::int as loans
    from matched_reader r join known_loan k on k.reader_id = r.reader_id and k.loaned_on >= m.sent_on and k.title_id = any(m.title_ids)
    where r.match_id = m.id) l`;
