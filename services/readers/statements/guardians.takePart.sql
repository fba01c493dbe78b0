-- guardians.takePart, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into participation_guardian (participation_id, guardian_id) select $1, unnest($2::uuid[])
