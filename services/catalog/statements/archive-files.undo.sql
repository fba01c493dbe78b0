-- archive-files.undo, written by `npm run emit`
-- takes uuid[], date, text
-- gives uuid
with last as (
     select distinct on (p.file_id) p.id, p.file_id, p.was, p.place_was, p.filed_was, p.step
     from archive_step p where p.file_id = any($1::uuid[]) and p.undone_on is null order by p.file_id, p.number desc
   ), undone as (
     update archive_step p set undone_on = $2, undone_by = $3 from last l where p.id = l.id and l.step <> 'destroy' returning p.id
   )
   update archive_file f set version = f.version + 1, state = l.was, place = l.place_was, filed_on = l.filed_was
   from last l where f.id = l.file_id and l.step <> 'destroy' returning f.id
