-- e-resources.addedWithin, written by `npm run emit`
-- takes uuid, date, date
-- gives integer
select 1 from e_resource_line l where l.resource_id = $1 and l.kind = 'add-on' and l.starts_on >= $2
     and ($3::date is null or l.starts_on <= $3) and not exists (select from e_resource_line c where c.corrects = l.id) limit 1
