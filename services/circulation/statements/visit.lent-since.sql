-- visit.lent-since, written by `npm run emit`
-- takes uuid, uuid
-- gives boolean
select exists (select from loan l where l.copy_id = $1 and l.id > $2) as may
