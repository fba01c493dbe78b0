-- title-edits.lock, written by `npm run emit`
-- takes uuid
-- gives boolean
select undone_at is not null as "isUndone" from title_edit where id = $1 for update
