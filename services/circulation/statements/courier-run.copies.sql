-- courier-run.copies, written by `npm run emit`
-- takes uuid
-- gives integer
select count(*)::int as copies from copy_transfer where run_id = $1
