-- orders.arrive, written by `npm run emit`
-- takes uuid, integer[], integer[]
-- gives nothing
update purchase_order_line l set arriving = l.arriving + m.volumes
   from (select number, sum(volumes)::int as volumes from unnest($2::int[], $3::int[]) as u(number, volumes) group by number) m
   where l.order_id = $1 and l.number = m.number
