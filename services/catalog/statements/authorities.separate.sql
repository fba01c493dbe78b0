-- authorities.separate, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
update authority set merged_into = null, version = version + 1 where id = $1 and merged_into = $2
