-- subscriptions.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, integer, integer, uuid, text, text, text, text, integer, integer, integer, integer, integer, integer, integer, integer, double precision, integer, json
select r.id, r.version, r.school_id as "schoolId", r.year, r.required_titles as "requiredTitles",
    r.vendor_id as "vendorId", v.name as vendor, r.status, r.created_on::text as "createdOn", r.approved_on::text as "approvedOn",
    s.titles, s."pupilTitles", s."teacherTitles", s."staffTitles", s.newspapers, s.declined, s.unreviewed, s.copies, s.fen,
    greatest(r.required_titles - s.titles, 0) as "missingTitles", h.trail
  from subscription_round r
  left join vendor v on v.id = r.vendor_id
  cross join lateral (
    select (count(distinct l.title_id) filter (where l.verdict = 'accept'))::int as titles,
      (count(*) filter (where l.verdict = 'accept' and l.room = 'pupils'))::int as "pupilTitles",
      (count(*) filter (where l.verdict = 'accept' and l.room = 'teachers'))::int as "teacherTitles",
      (count(*) filter (where l.verdict = 'accept' and l.room = 'staff'))::int as "staffTitles",
      (count(distinct l.title_id) filter (where l.verdict = 'accept' and s.kind = 'newspaper'))::int as newspapers,
      (count(*) filter (where l.verdict = 'decline'))::int as declined,
      (count(*) filter (where l.verdict is null))::int as unreviewed,
      coalesce(sum(l.copies) filter (where l.verdict = 'accept'), 0)::int as copies,
      coalesce(sum(l.copies::bigint * l.price_fen) filter (where l.verdict = 'accept'), 0)::float8 as fen
    from subscription_line l join serial s on s.title_id = l.title_id where l.round_id = r.id) s
  cross join lateral (
    select coalesce(json_agg(json_build_object('action', p.action, 'on', p.on_day, 'by', p.by_whom, 'remark', p.remark)
      order by p.version), '[]') as trail
    from subscription_step p where p.round_id = r.id) h where r.id = $1
