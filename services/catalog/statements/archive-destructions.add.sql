-- archive-destructions.add, written by `npm run emit`
-- takes uuid, uuid, text, date, text, uuid[]
-- gives nothing
with made as (
     insert into archive_destruction (id, school_id, name, state, proposed_on, proposed_by) values ($1, $2, $3, 'proposed', $4, $5)
     returning id)
   insert into archive_destruction_file (destruction_id, file_id, open) select m.id, f, true from made m cross join unnest($6::uuid[]) f
