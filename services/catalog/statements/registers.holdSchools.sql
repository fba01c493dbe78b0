-- registers.holdSchools, written by `npm run emit`
-- takes uuid[]
-- gives nothing
select from register
   where school_id in (select school_id from copy where id = any($1::uuid[])) order by school_id for update
