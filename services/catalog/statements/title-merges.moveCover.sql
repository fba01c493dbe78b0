-- title-merges.moveCover, written by `npm run emit`
-- takes uuid, uuid, uuid
-- gives uuid
update title_cover set title_id = $2
   where title_id = $1 and ($3::uuid is null or file_id = $3)
     and not exists (select from title_cover where title_id = $2)
   returning file_id as "fileId"
