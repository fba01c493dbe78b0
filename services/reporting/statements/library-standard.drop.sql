-- library-standard.drop, written by `npm run emit`
-- takes text, text
-- gives nothing
delete from library_standard where figure = $1 and school_kind = $2
