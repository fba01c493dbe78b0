-- kept-records.ofLost, written by `npm run emit`
-- takes text[]
-- gives uuid, text
select coalesce(t.merged_into, t.id) as "titleId", k.record_hash as hash
   from kept_record k join title t on t.id = k.title_id where k.agency = 'bytes' and k.record_hash = any($1::text[])
