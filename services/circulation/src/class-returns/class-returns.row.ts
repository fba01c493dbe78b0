/** A check `c` with what came back since, and when somebody spoke about it. */
export const CHECK_VIEW = `select c.id, c.school_id as "schoolId", c.class_id as "classId", c.checked_on::text as "checkedOn",
    c.checked_by as "checkedBy", c.returned, f.missing, f.borrowers, f.since, c.note,
    (select min(s.contacted_on)::text from return_contact s
     where s.school_id = c.school_id and s.class_id = c.class_id and s.contacted_on >= c.checked_on) as "contactedOn"
  from class_return_check c cross join lateral (
    select count(*)::int as missing, count(distinct coalesce(n.reader_id, c.class_id))::int as borrowers, count(l.closed_how)::int as since
    from class_return_line n join loan l on l.id = n.loan_id where n.check_id = c.id) f`;

export const MISSING_VIEW = `select n.position, n.loan_id as "loanId",
    json_build_object('kind', case when n.reader_id is null then 'class' else 'reader' end, 'id', coalesce(n.reader_id, l.class_id)) as borrower,
    n.reader_id as "readerId", t.title, k.barcode as "copyBarcode", n.due_on::text as "dueOn", coalesce(l.closed_how, 'open') as since
  from class_return_line n join loan l on l.id = n.loan_id left join known_copy k on k.copy_id = l.copy_id
  left join known_title t on t.title_id = l.title_id`;
