-- recalls.reopen, written by `npm run emit`
-- takes uuid
-- gives nothing
update recall_campaign set closed_on = null, closed_by = null, result_note = null, expected = null, returned = null, lost = null,
     version = version + 1 where id = $1
