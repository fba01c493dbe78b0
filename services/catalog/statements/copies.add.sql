-- copies.add, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into copy select * from jsonb_populate_recordset(null::copy, $1::jsonb)
