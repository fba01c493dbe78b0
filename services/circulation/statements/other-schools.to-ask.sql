-- other-schools.to-ask, written by `npm run emit`
-- takes uuid
-- gives uuid
select distinct h.pickup_school_id as id from hold h
   where h.title_id = $1 and h.status = 'waiting' and (not exists (
     select from copy_transfer t where t.hold_id = h.id and t.status in ('requested', 'packed'))
   and exists (select from lending_share p where p.school_id = h.pickup_school_id and p.open)
   and exists (
     select from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
       join lending_share s on s.school_id = k.school_id and s.open
     where k.title_id = h.title_id and k.school_id <> h.pickup_school_id and lc.state = 'in' and k.stock_state = 'lendable' and k.kind <> 'reference'
       and (h.wanted_copy_id is null or h.wanted_copy_id = k.copy_id))) order by 1
