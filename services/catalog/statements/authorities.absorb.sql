-- authorities.absorb, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
update authority set merged_into = $2, version = version + 1 where id = $1
