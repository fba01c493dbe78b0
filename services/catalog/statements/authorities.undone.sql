-- authorities.undone, written by `npm run emit`
-- takes uuid, timestamp with time zone, text
-- gives nothing
update authority_merge set undone_at = $2, undone_by = $3 where id = $1
