-- mandates.serial, written by `npm run emit`
-- takes uuid
-- gives nothing
select from serial where title_id = $1
