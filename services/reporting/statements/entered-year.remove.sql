-- entered-year.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from entered_year where id = $1
