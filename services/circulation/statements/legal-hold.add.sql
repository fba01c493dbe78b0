-- legal-hold.add, written by `npm run emit`
-- takes uuid, uuid, uuid, text, date, text
-- gives uuid
insert into legal_hold (id, school_id, reader_id, reason, placed_on, placed_by)
    values ($1, $2, $3,
      $4, $5, $6)
    on conflict (reader_id) where lifted_on is null do nothing returning id
