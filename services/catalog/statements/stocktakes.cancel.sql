-- stocktakes.cancel, written by `npm run emit`
-- takes uuid, date, text, text
-- gives nothing
update stocktake set state = 'cancelled', closed_on = $2::date, closed_by = $3, note = $4 where id = $1
