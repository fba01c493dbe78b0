-- due-notices.ofRun, written by `npm run emit`
-- takes date, uuid, date
-- gives uuid, uuid, uuid, uuid, integer, text, integer, text
select d.school_id as "schoolId", n.reader_id as "readerId", case when n.reader_id is null then n.class_id end as "classId",
     coalesce(n.reader_id, n.class_id) as "borrowerId", count(*)::int as count, min(n.due_on)::text as "dueOn", max(n.days_late)::int as "daysLate",
     $1::date::text as "saidFor"
   from dunning_line n join dunning_run d on d.id = n.run_id
   left join announced_notice a on a.borrower_id = coalesce(n.reader_id, n.class_id) and a.kind = 'overdue' and a.school_id = d.school_id
   where n.run_id = $2 and (a.said_for is null or a.said_for < $3::date)
   group by d.school_id, n.reader_id, case when n.reader_id is null then n.class_id end, coalesce(n.reader_id, n.class_id) order by "borrowerId"
