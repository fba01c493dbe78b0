-- textbooks.many, written by `npm run emit`
-- takes uuid, uuid[]
-- gives uuid, uuid, text, text, text, text, text, integer, text, integer
select b.id, b.school_id as "schoolId", b.kind, b.name, b.subject, b.publisher, b.isbn,
  b.price_fen as "priceFen", b.status, b.version from textbook b where b.school_id = $1 and b.id = any($2::uuid[])
