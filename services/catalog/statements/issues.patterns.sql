-- issues.patterns, written by `npm run emit`
-- takes uuid[], integer
-- gives uuid, json
select s.title_id as id, s.pattern from serial s
   where s.title_id = any($1::uuid[])
     and not exists (select from serial_issue i where i.title_id = s.title_id and i.year = $2 and i.first is not null)
   order by s.title_id for share of s
