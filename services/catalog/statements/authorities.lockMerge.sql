-- authorities.lockMerge, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, integer, jsonb, uuid[], uuid[], boolean
select id, authority_id as "authorityId", into_authority_id as "intoAuthorityId", into_version as "intoVersion",
     into_before as "intoBefore", moved_titles as "movedTitles", gained_titles as "gainedTitles", undone_at is not null as "isUndone"
   from authority_merge where id = $1 for update
