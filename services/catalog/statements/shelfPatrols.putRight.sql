-- shelfPatrols.putRight, written by `npm run emit`
-- takes uuid, integer[], date, text
-- gives nothing
update shelf_patrol_finding set put_right_on = $3, put_right_by = $4
   where patrol_id = $1 and position = any($2::int[]) and (put_right_on is null) = ($3::date is not null)
