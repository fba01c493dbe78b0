-- due-notices.dueSoon, written by `npm run emit`
-- takes uuid, date, date, bigint
-- gives uuid, uuid, uuid, uuid, integer, text, integer, text
select l.lending_school_id as "schoolId", l.reader_id as "readerId", case when l.reader_id is null then l.class_id end as "classId",
     coalesce(l.reader_id, l.class_id) as "borrowerId", count(*)::int as count, min(l.due_on)::text as "dueOn", null::int as "daysLate", max(l.due_on)::text as "saidFor"
   from loan l left join announced_notice a on a.borrower_id = l.reader_id and a.kind = 'due-soon' and a.school_id = l.lending_school_id
   where l.lending_school_id = $1 and l.closed_how is null and l.reader_id is not null
     and l.due_on between $2::date + 1 and $3::date + 2
     and (a.said_for is null or l.due_on > a.said_for)
   group by l.lending_school_id, l.reader_id, case when l.reader_id is null then l.class_id end, coalesce(l.reader_id, l.class_id) order by "borrowerId" limit $4
