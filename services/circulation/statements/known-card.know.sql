-- known-card.know, written by `npm run emit`
-- takes uuid, text, uuid, uuid, text, integer
-- gives nothing
insert into known_card (card_id, card_key, reader_id, school_id, status, version) values ($1, $2, $3, $4, $5, $6)
   on conflict (card_id) do update set card_key = excluded.card_key, reader_id = excluded.reader_id,
     school_id = excluded.school_id, status = excluded.status, version = excluded.version
   where known_card.version < excluded.version
