-- courier-run.leave, written by `npm run emit`
-- takes uuid, timestamp with time zone, text
-- gives nothing
update courier_run set state = 'left', left_at = $2, left_by = $3, version = version + 1 where id = $1
