-- allocation-schemes.foreignPlaces, written by `npm run emit`
-- takes uuid[], uuid
-- gives uuid
select w.id from unnest($1::uuid[]) as w(id)
   where not exists (select from location p where p.id = w.id and p.school_id = $2)
