-- ruleSets.read, written by `npm run emit`
-- takes uuid, uuid, integer, text, uuid, uuid, text, date
-- gives nothing
insert into rule_reading (id, set_id, number, who, class_id, reader_id, account, read_on) values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict do nothing
