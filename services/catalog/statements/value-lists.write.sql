-- value-lists.write, written by `npm run emit`
-- takes text, jsonb
-- gives text, integer, jsonb
update value_list set version = version + 1, entries = $2 where name = $1 returning name, version, entries as values
