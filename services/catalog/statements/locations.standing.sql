-- locations.standing, written by `npm run emit`
-- takes uuid, uuid
-- gives integer, integer
select (select count(*)::int from copy c join location p on p.id = c.location_id
           where p.school_id = $1 and $2 = any(p.ancestors) and c.stock_state <> 'withdrawn') as volumes,
          (select count(*)::int from location p
           where p.school_id = $1 and $2 = any(p.ancestors) and p.id <> $2 and not p.closed) as "openBelow"
