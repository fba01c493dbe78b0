-- library-standard.set, written by `npm run emit`
-- takes text, text, numeric, text, text
-- gives nothing
insert into library_standard (figure, school_kind, asked, source, written_by) values ($1, $2, $3, $4, $5)
   on conflict (figure, school_kind) do update set asked = excluded.asked, source = excluded.source,
     written_by = excluded.written_by, version = library_standard.version + 1
