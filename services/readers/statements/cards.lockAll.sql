-- cards.lockAll, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid, text, text, text, uuid, text, text, text
select id, reader_id, school_id, number, card_key, status, replaces, issued_on::text, blocked_on::text, valid_until::text from card where id = any($1::uuid[]) order by id for no key update
