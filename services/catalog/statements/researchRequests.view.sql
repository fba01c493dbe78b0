-- researchRequests.view, written by `npm run emit`
-- takes text, date, uuid
-- gives uuid, uuid, text, text, text, text, boolean, text, text, text, text, text, integer, boolean, jsonb
select q.id, q.school_id as "schoolId", q.topic, q.about, q.asker, q.asked_by as "askedBy",
    q.asked_by = $1 as mine, q.asked_on::text as "askedOn", q.needed_by::text as "neededBy", q.status, q.words,
    q.settled_on::text as "settledOn", coalesce(q.settled_on, $2::date) - q.asked_on as days,
    coalesce(coalesce(q.settled_on, $2::date) > q.needed_by, false) as late, m.materials
  from research_request q cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('titleId', m.title_id, 'title', t.title, 'words', m.words, 'link', m.link)
      order by m.position), '[]') as materials
    from research_material m left join title t on t.id = m.title_id where m.request_id = q.id) m where q.id = $3
