-- ruleSets.write, written by `npm run emit`
-- takes uuid, integer, text, date, date, text
-- gives nothing
insert into rule_version (set_id, number, text, holds_from, written_on, written_by) values ($1, $2, $3, $4, $5, $6)
