-- audience.clearWish, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from wish_audience where suggestion_id = $1
