-- shelfShifts.foreign, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid
select asked.id from unnest($2::uuid[]) asked(id)
   where not exists (select from location p where p.id = asked.id and p.school_id = $1) limit 1
