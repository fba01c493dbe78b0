-- contestEntries.rank, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
update contest_entry e set hundredths = r.hundredths, place = r.place, tied = r.tied, level = r.level
   from jsonb_to_recordset($2::jsonb) as r("entryId" uuid, hundredths int, place int, tied boolean, level text)
   where e.id = r."entryId" and e.contest_id = $1
