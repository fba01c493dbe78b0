-- repairs.reopen, written by `npm run emit`
-- takes uuid
-- gives nothing
update repair set state = 'in-repair', ended_on = null, ended_by = null, session_id = null where id = $1
