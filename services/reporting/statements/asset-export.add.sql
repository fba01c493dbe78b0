-- asset-export.add, written by `npm run emit`
-- takes uuid, uuid, date, date, integer, integer, text, bytea, text, date
-- gives nothing
insert into asset_export (id, school_id, from_day, to_day, profile_version, rooms, format, content, sha256, made_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
