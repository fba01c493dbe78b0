-- renumbering.addCopies, written by `npm run emit`
-- takes uuid, uuid[], text[], text[], text[], text[]
-- gives nothing
insert into renumbering_copy (renumbering_id, copy_id, old_number, old_call_number, new_number, new_call_number)
   select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
