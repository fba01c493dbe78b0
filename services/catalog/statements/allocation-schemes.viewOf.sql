-- allocation-schemes.viewOf, written by `npm run emit`
-- takes date, uuid
-- gives uuid, uuid, text, text, text, text, integer
select s.id, s.school_id as "schoolId", s.effective_on::text as "effectiveOn", s.reason,
    s.written_on::text as "writtenOn",
    case when s.effective_on > $1::date then 'planned'
      when exists (select from allocation_scheme n where n.school_id = s.school_id and n.effective_on <= $1::date
        and n.effective_on > s.effective_on) then 'replaced'
      else 'in-force' end as standing,
    (select count(*)::int from allocation_line l where l.scheme_id = s.id) as lines
  from allocation_scheme s where s.id = $2
