-- cards.add, written by `npm run emit`
-- takes jsonb
-- gives text
insert into card (id, reader_id, school_id, number, card_key, status, replaces, issued_on, blocked_on, valid_until) select id, reader_id, school_id, number, card_key, status, replaces, issued_on, blocked_on, valid_until from jsonb_to_recordset($1::jsonb) as i(id uuid, reader_id uuid, school_id uuid, number text, card_key text, status text, replaces uuid, issued_on date, blocked_on date, valid_until date) on conflict do nothing returning number
