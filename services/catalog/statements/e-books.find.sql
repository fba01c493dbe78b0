-- e-books.find, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, integer, double precision, uuid, boolean
select id, school_id as "schoolId", kind, counts_as as "countsAs", volumes, fen::float8 as fen, resource_id as "resourceId",
     exists (select from e_book_line c where c.corrects = l.id) as corrected from e_book_line l where id = $1
