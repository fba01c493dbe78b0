-- titleExternalIds.put, written by `npm run emit`
-- takes uuid, text, uuid
-- gives nothing
insert into title_external_id (school_id, external_id, title_id) values ($1, $2, $3)
   on conflict (school_id, external_id) do update set title_id = excluded.title_id
