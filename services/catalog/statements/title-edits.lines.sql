-- title-edits.lines, written by `npm run emit`
-- takes uuid
-- gives uuid, jsonb, jsonb
select title_id as "titleId", before, after from title_edit_line where edit_id = $1 order by title_id
