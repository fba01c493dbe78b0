-- shelfPatrols.add, written by `npm run emit`
-- takes uuid, uuid, uuid, date, text, text, text, integer
-- gives nothing
insert into shelf_patrol (id, school_id, location_id, walked_on, walked_by, entered_by, note, scanned)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
