-- ruleSets.add, written by `npm run emit`
-- takes uuid, uuid, text, text, date, text
-- gives nothing
insert into rule_set (id, school_id, kind, name, created_on, created_by) values ($1, $2, $3, $4, $5, $6)
