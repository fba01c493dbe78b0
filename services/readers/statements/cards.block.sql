-- cards.block, written by `npm run emit`
-- takes jsonb
-- gives nothing
update card set status = i.status, blocked_on = i.blocked_on from jsonb_to_recordset($1::jsonb) as i(id uuid, reader_id uuid, school_id uuid, number text, card_key text, status text, replaces uuid, issued_on date, blocked_on date, valid_until date) where card.id = i.id
