-- due-notices.clearance, written by `npm run emit`
-- takes date, uuid, date, bigint
-- gives uuid, uuid, uuid, uuid, integer, text, integer, text
select * from (
     select c.school_id as "schoolId", c.reader_id as "readerId", null::uuid as "classId", c.reader_id as "borrowerId",
       coalesce(b.open_loans, 0) + coalesce(b.compensations_owed, 0)
         + (c.card_in_on is null and exists (select from known_card k where k.reader_id = c.reader_id and k.status = 'active'))::int
         + (c.with_files and c.files_in_on is null)::int as count,
       null::text as "dueOn", null::int as "daysLate", $1::date::text as "saidFor"
     from clearance c left join borrower b on b.borrower_id = c.reader_id
     left join announced_notice a on a.borrower_id = c.reader_id and a.kind = 'clearance' and a.school_id = c.school_id
     where c.school_id = $2 and c.state = 'open'
       and (a.said_for is null or a.said_for <= $3::date - 7)) f
   where count > 0 order by "borrowerId" limit $4
