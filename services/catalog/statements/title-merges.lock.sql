-- title-merges.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, integer, jsonb, uuid, boolean
select id, title_id as "titleId", into_title_id as "intoTitleId", into_version as "intoVersion",
     into_before as "intoBefore", moved_cover as "movedCover", undone_at is not null as "isUndone"
   from title_merge where id = $1 for update
