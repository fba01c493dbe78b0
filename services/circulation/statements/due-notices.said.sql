-- due-notices.said, written by `npm run emit`
-- takes text, jsonb
-- gives nothing
insert into announced_notice (kind, borrower_id, school_id, said_for)
   select $1, f."borrowerId", f."schoolId", f."saidFor"
   from jsonb_to_recordset($2::jsonb) as f("borrowerId" uuid, "schoolId" uuid, "saidFor" date)
   on conflict (borrower_id, kind, school_id) do update set said_for = excluded.said_for
