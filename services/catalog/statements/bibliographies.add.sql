-- bibliographies.add, written by `npm run emit`
-- takes uuid, uuid, text, text, text, text, text, text, timestamp with time zone
-- gives nothing
insert into bibliography (id, school_id, kind, name, about, audience, issue, written_by, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
