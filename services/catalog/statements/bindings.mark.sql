-- bindings.mark, written by `npm run emit`
-- takes uuid, uuid, integer, integer, uuid
-- gives nothing
update serial_receipt c set binding_id = $5 from serial_issue i join serial s on s.title_id = i.title_id
   where c.issue_id = i.id and c.school_id = $1 and i.title_id = $2 and i.year = $3 and case when s.kind = 'newspaper' then extract(month from i.due_on)::int else 0 end = $4
