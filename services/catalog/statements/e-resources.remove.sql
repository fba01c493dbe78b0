-- e-resources.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from e_resource where id = $1
