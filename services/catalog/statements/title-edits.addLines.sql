-- title-edits.addLines, written by `npm run emit`
-- takes uuid, uuid[], jsonb[], jsonb[]
-- gives nothing
insert into title_edit_line (edit_id, title_id, before, after)
   select $1, * from unnest($2::uuid[], $3::jsonb[], $4::jsonb[])
