-- past-loans.read, written by `npm run emit`
-- takes uuid, date, date, bigint
-- gives uuid, uuid, uuid, json, text, uuid, integer, text, text, text, uuid[], text, text
select l.id as "loanId", l.copy_id as "copyId", l.title_id as "titleId",
     json_build_object('kind', case when l.reader_id is null then 'class' else 'reader' end,
       'id', coalesce(l.reader_id, l.class_id)) as borrower,
     case when l.reader_id is null then 'class' else coalesce(l.reader_kind, 'student') end as "borrowerKind",
     l.class_id as "classId", l.grade, coalesce(k.kind, 'book') as "copyKind", l.loaned_on::text as "loanedOn",
     to_char(l.loaned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "loanedAt",
     case when l.reader_id is not null
       then array(select o.title_id from loan o where o.reader_id = l.reader_id and o.id < l.id and (o.closed_at is null or o.closed_at > l.loaned_at) and o.mode in ('individual', 'collective'))
       else array(select o.title_id from loan o where o.reader_id is null and o.class_id = l.class_id and o.id < l.id and (o.closed_at is null or o.closed_at > l.loaned_at) and o.mode in ('individual', 'collective'))
     end as "hadTitles", t.title, k.barcode as "copyBarcode"
   from loan l left join known_copy k on k.copy_id = l.copy_id left join known_title t on t.title_id = l.title_id
   where l.lending_school_id = $1 and l.loaned_on between $2::date and $3::date and l.mode in ('individual', 'collective')
   order by l.loaned_on, l.id limit $4
