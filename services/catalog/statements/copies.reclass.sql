-- copies.reclass, written by `npm run emit`
-- takes jsonb
-- gives nothing
update copy c set version = r.version, clc = r.clc, book_number = r.book_number, call_number = r.call_number
   from jsonb_to_recordset($1::jsonb) as r (id uuid, version int, clc text, book_number text, call_number text)
   where c.id = r.id
