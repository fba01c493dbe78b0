-- value-lists.read, written by `npm run emit`
-- takes text
-- gives integer
select version from value_list where name = $1 for update
