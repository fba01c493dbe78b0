-- servedGroups.addService, written by `npm run emit`
-- takes uuid, uuid, uuid, date, text, integer, text[], text, text, text
-- gives nothing
insert into group_service (id, group_id, school_id, given_on, kind, people, items, note, served_by, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
