-- rotation.change, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, uuid, text
select c.id, c.slot_id as "slotId", c.on_day::text as "on", c.moved_on::text as "movedOn",
    c.starts as "from", c.ends as "to", c.room_id as "roomId", c.reason from rotation_change c where c.id = $1
