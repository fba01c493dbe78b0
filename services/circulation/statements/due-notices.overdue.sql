-- due-notices.overdue, written by `npm run emit`
-- takes date, date, uuid, date, date, bigint
-- gives uuid, uuid, uuid, uuid, integer, text, integer, text
select l.lending_school_id as "schoolId", l.reader_id as "readerId", case when l.reader_id is null then l.class_id end as "classId",
     coalesce(l.reader_id, l.class_id) as "borrowerId", count(*)::int as count, min(l.due_on)::text as "dueOn", ($1::date - min(l.due_on))::int as "daysLate", $2::date::text as "saidFor"
   from loan l left join announced_notice a on a.borrower_id = coalesce(l.reader_id, l.class_id) and a.kind = 'overdue'
     and a.school_id = l.lending_school_id
   where l.lending_school_id = $3 and l.closed_how is null and l.due_on < $4::date
     and l.overdue_said_for = l.due_on and (a.said_for is null or a.said_for <= $5::date - 7)
   group by l.lending_school_id, l.reader_id, case when l.reader_id is null then l.class_id end, coalesce(l.reader_id, l.class_id) order by "borrowerId" limit $6
