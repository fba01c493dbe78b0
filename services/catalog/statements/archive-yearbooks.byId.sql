-- archive-yearbooks.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, integer, text, text, text, text, text, text, integer, integer, integer, text
select y.id, y.school_id as "schoolId", y.year, y.name, y.state, y.begun_on::text as "begunOn",
    s.edited::text as "editedOn", s.printed::text as "printedOn", s.bound::text as "boundOn", y.copies, i.issued, y.copies - i.issued as kept, y.note
  from archive_yearbook y
  cross join lateral (select max(on_day) filter (where s.state = 'edited') as edited, max(on_day) filter (where s.state = 'printed') as printed,
      max(on_day) filter (where s.state = 'bound') as bound from archive_yearbook_step s where s.yearbook_id = y.id) s
  cross join lateral (select coalesce(sum(i.copies), 0)::int as issued from archive_yearbook_issue i
    where i.yearbook_id = y.id and i.returned_on is null) i where y.id = $1
