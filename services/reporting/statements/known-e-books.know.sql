-- known-e-books.know, written by `npm run emit`
-- takes uuid, uuid, text, date, integer, bigint
-- gives nothing
insert into known_e_books (line_id, school_id, counts_as, on_day, volumes, fen) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing
