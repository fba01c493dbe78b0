-- cashBook.putRule, written by `npm run emit`
-- takes uuid, integer, text, date, date, text
-- gives nothing
insert into compensation_rule (school_id, version, text, effective_on, put_on, put_by) values ($1, $2, $3, $4, $5, $6)
