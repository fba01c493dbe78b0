-- renumbering.addTitles, written by `npm run emit`
-- takes uuid, uuid[], text[], boolean[], text[]
-- gives nothing
insert into renumbering_title (renumbering_id, title_id, old_number, was_allocated, new_number)
   select $1, * from unnest($2::uuid[], $3::text[], $4::boolean[], $5::text[])
