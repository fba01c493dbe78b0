-- title-merges.addCopies, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into title_merge_copy (merge_id, copy_id) select $1, unnest($2::uuid[])
