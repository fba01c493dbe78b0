-- other-schools.copies, written by `npm run emit`
-- takes uuid, uuid, date, bigint, bigint
-- gives uuid, uuid, uuid, text, integer, boolean, text, integer, boolean, bigint
select * from (
     select k.copy_id as "copyId", k.title_id as "titleId", k.school_id as "schoolId", k.kind,
       coalesce(array_position(o.school_ids, k.school_id), 100000 + s.place) as distance, w.wanted,
       k.accessioned_on::text as "accessionedOn", s.new_stay_days as "newStayDays",
       exists (select from hold h where h.title_id = k.title_id and h.status = 'waiting'
         and h.pickup_school_id = k.school_id) as "awaitedAtHome",
       row_number() over (partition by k.school_id order by w.wanted desc, k.copy_id) as nth
     from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
       join lending_share s on s.school_id = k.school_id and s.open
       left join lending_order o on o.school_id = $2
       cross join lateral (
         select exists (select from hold h where h.wanted_copy_id = k.copy_id and h.status = 'waiting') as wanted) w
     where k.title_id = $1 and k.school_id <> $2 and lc.state = 'in' and k.stock_state = 'lendable' and k.kind <> 'reference'
       and (k.accessioned_on is null or k.accessioned_on + s.new_stay_days <= $3::date)
       and exists (select from lending_share p where p.school_id = $2 and p.open)
       and not exists (select from copy_transfer t join hold h on h.id = t.hold_id
         where t.copy_id = k.copy_id and t.to_school_id = $2 and t.status = 'refused' and h.status = 'waiting')
   ) found where nth <= $4 order by distance, "schoolId", "copyId" limit $5
