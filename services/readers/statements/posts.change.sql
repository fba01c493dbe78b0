-- posts.change, written by `npm run emit`
-- takes uuid, integer, text, text, text[]
-- gives nothing
update post set version = $2, name = $3, responsibilities = $4, operations = $5 where id = $1
