-- overLong.undo, written by `npm run emit`
-- takes uuid, date
-- gives uuid
delete from over_long_review where loan_id = $1 and term_starts_on = $2::date returning loan_id
