-- courier-run.stay, written by `npm run emit`
-- takes uuid
-- gives nothing
update courier_run set state = 'open', left_at = null, left_by = null, version = version + 1 where id = $1
