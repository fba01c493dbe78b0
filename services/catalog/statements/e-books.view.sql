-- e-books.view, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid, uuid, integer, text, text, text, integer, double precision, uuid, text, text, text, integer, double precision
select l.id, l.school_id as "schoolId", l.number, l.kind, l.counts_as as "countsAs", l.on_day::text as day,
    l.volumes, l.fen::float8 as fen, l.resource_id as "resourceId", r.name as resource, l.document_number as "documentNumber",
    l.note, w.number as corrects, l.balance::float8 as balance
  from (select *, sum(volumes) over (order by on_day, number) as balance from e_book_line
        where school_id is not distinct from $1::uuid) l
  left join e_resource r on r.id = l.resource_id left join e_book_line w on w.id = l.corrects where l.id = $2
