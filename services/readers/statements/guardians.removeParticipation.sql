-- guardians.removeParticipation, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from participation where id = $1
