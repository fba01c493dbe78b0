-- notices.cancel, written by `npm run emit`
-- takes timestamp with time zone, text, uuid
-- gives nothing
update notice set state = 'cancelled', why = null, ended_at = $1, changed_by = $2
   where id = $3
