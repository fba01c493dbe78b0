-- guardians.addParticipation, written by `npm run emit`
-- takes uuid, uuid, text, date, integer, text, date, text
-- gives nothing
insert into participation (id, school_id, activity, took_place_on, pupils, note, entered_on, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
