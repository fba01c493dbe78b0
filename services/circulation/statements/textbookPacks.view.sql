-- textbookPacks.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text, text, integer, integer, text, text, text, text, text, text, integer, integer, integer, integer, integer
select p.id, p.school_id as "schoolId", p.term_id as "termId", p.occasion, p.holder_kind as "holderKind", p.holder as ref,
  p.grade, p.pupils, p.hand_out_on::text as "handOutOn", p.status, p.issued_on::text as "issuedOn", p.checked_on::text as "checkedOn",
  p.checked_by as "checkedBy", p.note, s.*
  from textbook_pack p cross join lateral (
    select count(*)::int as textbooks, coalesce(sum(l.planned), 0)::int as planned,
      case when p.status = 'planned' then null else coalesce(sum(coalesce(l.counted, l.planned)), 0)::int end as counted,
      case when p.status = 'checked' then coalesce(sum(coalesce(l.received, l.counted, l.planned)), 0)::int end as received,
      count(*) filter (where coalesce(l.received, l.counted, l.planned) - l.planned <> 0)::int as differences
    from textbook_pack_line l where l.pack_id = p.id) s where p.id = $1
