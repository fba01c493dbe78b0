-- queue.waiting, written by `npm run emit`
-- takes uuid, uuid, timestamp with time zone, uuid, bigint
-- gives uuid, uuid, uuid, uuid, uuid, uuid, text, uuid, timestamp with time zone, text, text, integer, text, text, text
select h.id, h.title_id, h.wanted_copy_id, h.reader_id, h.reader_school_id, h.pickup_school_id,
  h.status, h.copy_id, h.placed_at, h.ready_on::text as ready_on, h.pick_up_by_on::text as pick_up_by_on, h.shelf_days,
  h.ended_on::text as ended_on, h.suspended_on::text as suspended_on, h.suspended_until::text as suspended_until from hold h
   where h.title_id = $1 and h.status = 'waiting' and h.pickup_school_id = $2
     and (h.placed_at, h.id) > ($3::timestamptz, $4::uuid)
   order by h.placed_at, h.id limit $5
