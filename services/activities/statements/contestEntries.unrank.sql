-- contestEntries.unrank, written by `npm run emit`
-- takes uuid
-- gives nothing
update contest_entry set hundredths = null, place = null, tied = null, level = null where contest_id = $1
