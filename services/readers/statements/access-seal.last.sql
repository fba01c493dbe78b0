-- access-seal.last, written by `npm run emit`
-- takes nothing
-- gives double precision
select coalesce(max(id), 0)::float8 as last from access_log
