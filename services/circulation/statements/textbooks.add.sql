-- textbooks.add, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into textbook (id, school_id, kind, name, subject, publisher, isbn, price_fen)
   select t.id, $1, t.kind, t.name, t.subject, t.publisher, t.isbn, t."priceFen"
   from jsonb_to_recordset($2::jsonb) as t(id uuid, kind text, name text, subject text, publisher text, isbn text, "priceFen" int)
