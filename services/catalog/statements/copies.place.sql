-- copies.place, written by `npm run emit`
-- takes uuid[], uuid[]
-- gives nothing
update copy c set location_id = n.location_id, version = c.version + 1
   from unnest($1::uuid[], $2::uuid[]) as n (id, location_id) where c.id = n.id
