-- recalls.toTell, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, integer
select r.class_id as "classId", case when r.class_id is null then l.reader_id end as "readerId", count(*)::int as count
   from recall_loan r join loan l on l.id = r.loan_id where r.campaign_id = $1 group by 1, 2 order by 1, 2
