-- other-schools.on-the-way, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid
select h.id from hold h
   where h.title_id = $1 and h.pickup_school_id = $2 and h.status = 'waiting' and exists (
     select from copy_transfer t where t.hold_id = h.id and t.status in ('requested', 'packed'))
