-- issues.notReplaced, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
update serial_claim set state = 'claimed', ended_on = null, ended_by = null
   where school_id = $1 and issue_id = $2 and state = 'replaced'
