-- known-reading-notes.know, written by `npm run emit`
-- takes uuid, uuid, uuid, date
-- gives nothing
insert into known_reading_note (note_id, reader_id, school_id, accepted_on) values ($1, $2, $3, $4)
   on conflict (note_id) do nothing
