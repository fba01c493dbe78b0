-- e-books.enter, written by `npm run emit`
-- takes uuid, uuid, text, text, date, integer, bigint, uuid, text, text, uuid, date, text
-- gives nothing
insert into e_book_line (id, school_id, number, kind, counts_as, on_day, volumes, fen, resource_id, document_number, note,
     corrects, entered_on, entered_by)
   select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 from e_book_line
   where school_id is not distinct from $2::uuid
