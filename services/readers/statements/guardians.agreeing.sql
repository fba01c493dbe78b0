-- guardians.agreeing, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, boolean
select id, consent_on is not null and withdrawn_on is null as agrees from guardian
   where school_id = $1 and id = any($2::uuid[]) order by id for share
