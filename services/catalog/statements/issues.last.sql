-- issues.last, written by `npm run emit`
-- takes uuid, integer
-- gives integer
select coalesce(max(last), 0)::int as last from serial_issue where title_id = $1 and year = $2
