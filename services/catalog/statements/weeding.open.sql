-- weeding.open, written by `npm run emit`
-- takes uuid, uuid, text, text, date, text, text
-- gives nothing
insert into weeding_proposal (id, school_id, name, reason, proposed_on, proposed_by, note)
   values ($1, $2, $3, $4, $5, $6, $7)
