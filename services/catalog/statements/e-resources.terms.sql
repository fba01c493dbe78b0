-- e-resources.terms, written by `npm run emit`
-- takes uuid
-- gives text, text
select l.starts_on::text as "startsOn", l.ends_on::text as "endsOn" from e_resource_line l
   where l.resource_id = $1 and l.kind in ('subscription', 'renewal')
     and not exists (select from e_resource_line c where c.corrects = l.id) order by l.starts_on
