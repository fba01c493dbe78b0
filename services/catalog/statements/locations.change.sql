-- locations.change, written by `npm run emit`
-- takes uuid, integer, uuid, text, integer, integer, text, boolean
-- gives nothing
update location set version = $2, parent_id = $3, name = $4, position = $5, capacity = $6, theme = $7, closed = $8
   where id = $1
