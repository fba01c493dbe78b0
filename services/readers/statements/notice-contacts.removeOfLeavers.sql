-- notice-contacts.removeOfLeavers, written by `npm run emit`
-- takes date
-- gives uuid
delete from notice_contact c using reader r where r.id = c.reader_id and r.left_on < $1::date - 30
     returning c.id
