-- authorities.removePointers, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
delete from title_authority where authority_id = $1 and title_id = any($2::uuid[])
