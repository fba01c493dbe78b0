-- classReturns.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text, integer, integer, integer, integer, text, text
select c.id, c.school_id as "schoolId", c.class_id as "classId", c.checked_on::text as "checkedOn",
    c.checked_by as "checkedBy", c.returned, f.missing, f.borrowers, f.since, c.note,
    (select min(s.contacted_on)::text from return_contact s
     where s.school_id = c.school_id and s.class_id = c.class_id and s.contacted_on >= c.checked_on) as "contactedOn"
  from class_return_check c cross join lateral (
    select count(*)::int as missing, count(distinct coalesce(n.reader_id, c.class_id))::int as borrowers, count(l.closed_how)::int as since
    from class_return_line n join loan l on l.id = n.loan_id where n.check_id = c.id) f where c.id = $1
