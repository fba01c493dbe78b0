-- loan.open-of-copies, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid, uuid, text, uuid, uuid, uuid, text, uuid, integer, text, timestamp with time zone, integer, json, text, timestamp with time zone, uuid, text, text, text
select l.id, l.copy_id, l.title_id, l.reader_id, l.mode, l.lending_school_id, l.owning_school_id, l.reader_school_id, l.reader_kind, l.class_id, l.grade, l.clc, l.loaned_at, l.renewals, l.terms, l.closed_how, l.closed_at, l.closed_school_id, l.loaned_on::text as loaned_on, l.due_on::text as due_on, l.closed_on::text as closed_on from loan l
   where l.copy_id = any($1::uuid[]) and l.closed_how is null order by l.copy_id
