-- authorities.addMerge, written by `npm run emit`
-- takes uuid, uuid, uuid, timestamp with time zone, text, integer, jsonb, uuid[], uuid[]
-- gives nothing
insert into authority_merge (id, authority_id, into_authority_id, merged_at, merged_by, into_version, into_before, moved_titles,
     gained_titles)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
