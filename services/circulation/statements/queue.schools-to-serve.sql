-- queue.schools-to-serve, written by `npm run emit`
-- takes uuid
-- gives uuid
select distinct h.pickup_school_id as id from hold h
   where h.title_id = $1 and exists (
     select from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
     where lc.state = 'in' and k.stock_state = 'lendable' and k.kind <> 'reference'
       and h.title_id = k.title_id and h.status = 'waiting' and h.pickup_school_id = k.school_id
  and (h.wanted_copy_id is null or h.wanted_copy_id = k.copy_id))
   order by 1
