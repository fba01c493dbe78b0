-- e-resources.line, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, double precision, integer
select id, resource_id as "resourceId", kind, starts_on::text as "startsOn", ends_on::text as "endsOn", cost_fen::float8 as "costFen",
     quota from e_resource_line where id = $1
