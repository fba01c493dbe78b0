-- issues.years, written by `npm run emit`
-- takes uuid, integer
-- gives integer
select distinct year from serial_issue where title_id = $1 and year >= $2 and first is not null order by year
