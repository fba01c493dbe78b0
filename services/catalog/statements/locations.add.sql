-- locations.add, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into location select * from jsonb_populate_record(null::location, $1)
