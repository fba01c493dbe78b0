-- serviceRequests.view, written by `npm run emit`
-- takes uuid, date
-- gives uuid, uuid, text, text, text, uuid, text, text, text, text, text, text, text, boolean, text, integer, integer, text
select r.id, r.school_id as "schoolId", r.kind, r.subject, r.details, r.reader_id as "readerId",
  r.asked_on::text as "askedOn", r.needed_by::text as "neededBy", r.due_on::text as "dueOn", r.status, r.why, r.fate,
  r.ended_on::text as "endedOn", coalesce(r.due_on < coalesce(a.first_on, r.ended_on, $2::date), false) as late,
    a.first_on::text as "answeredOn", a.answers, a.items, a.partner
  from service_request r left join known_reader k on k.reader_id = r.reader_id cross join lateral (
    select min(on_day) as first_on, count(*)::int as answers, coalesce(sum(items), 0)::int as items,
      (array_agg(partner order by id desc) filter (where partner is not null))[1] as partner
    from service_answer where request_id = r.id and not taken_back) a where r.id = $1
