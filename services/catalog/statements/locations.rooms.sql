-- locations.rooms, written by `npm run emit`
-- takes uuid, uuid[], uuid[]
-- gives uuid, text, integer, integer, integer
select a.id, a.path, a.capacity, count(c.id)::int as volumes,
          (count(c.id) filter (where c.id = any($3::uuid[])))::int as chosen
   from location a
   left join location p on p.school_id = a.school_id and a.id = any(p.ancestors)
   left join copy c on c.location_id = p.id and c.stock_state <> 'withdrawn'
   where a.school_id = $1 and a.id = any($2::uuid[]) and a.capacity is not null
   group by a.id order by cardinality(a.ancestors)
