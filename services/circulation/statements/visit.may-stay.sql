-- visit.may-stay, written by `npm run emit`
-- takes uuid, uuid, uuid
-- gives boolean
select s.open and not exists (
     select from hold h where h.title_id = $2::uuid and h.status = 'waiting' and h.pickup_school_id = s.school_id
  and (h.wanted_copy_id is null or h.wanted_copy_id = $3::uuid)) as may
   from lending_share s where s.school_id = $1
