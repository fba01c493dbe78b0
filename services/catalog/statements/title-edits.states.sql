-- title-edits.states, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
update title_edit_line set state = case when title_id = any($2::uuid[]) then 'restored' else 'kept' end where edit_id = $1
