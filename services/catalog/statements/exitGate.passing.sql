-- exitGate.passing, written by `npm run emit`
-- takes uuid, text[]
-- gives text, uuid, text, text
select distinct on (c.barcode) c.barcode, c.id as "copyId", c.stock_state as "stockState", coalesce(l.state, 'in') as lending
   from copy c left join known_lending l on l.copy_id = c.id
   where c.barcode = any($2::text[]) and (c.school_id = $1 or l.state in ('on-loan', 'in-transit'))
   order by c.barcode, c.school_id <> $1, c.stock_state = 'withdrawn', c.id
