-- servedGroups.kinds, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, text
select id, kind from reader where school_id = $1 and id = any($2::uuid[]) and left_on is null
