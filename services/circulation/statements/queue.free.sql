-- queue.free, written by `npm run emit`
-- takes uuid, uuid, uuid, bigint
-- gives uuid, uuid, uuid, text
with free as (
     select k.copy_id, k.title_id, $2::uuid as school_id, k.kind, k.copy_id is not distinct from $3 as in_hand,
       exists (select from hold h where h.wanted_copy_id = k.copy_id and h.status = 'waiting') as wanted
     from known_copy k join lent_copy lc on lc.copy_id = k.copy_id
     where k.title_id = $1 and k.stock_state = 'lendable' and k.kind <> 'reference'
       and (k.school_id = $2 and lc.state = 'in' or k.copy_id = $3)
   ), numbered as (
     select free.*, row_number() over (partition by kind order by in_hand desc, wanted desc, copy_id) as nth from free
   )
   select copy_id as "copyId", title_id as "titleId", school_id as "schoolId", kind
   from numbered where nth <= $4 order by in_hand desc, wanted desc, copy_id
