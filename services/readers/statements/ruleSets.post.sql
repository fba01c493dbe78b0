-- ruleSets.post, written by `npm run emit`
-- takes uuid, uuid, integer, text, date, text
-- gives nothing
insert into rule_posting (id, set_id, number, room, posted_on, posted_by) values ($1, $2, $3, $4, $5, $6)
