-- access-seal.point, written by `npm run emit`
-- takes nothing
-- gives double precision
select up_to_id::float8 as "upToId" from access_seal_point for update
