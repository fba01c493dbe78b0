-- title-edits.add, written by `npm run emit`
-- takes uuid, timestamp with time zone, text, jsonb, jsonb, text
-- gives nothing
insert into title_edit (id, edited_at, edited_by, selection, change, remark) values ($1, $2, $3, $4, $5, $6)
