-- cardBatches.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text
select b.id, b.school_id as "schoolId", b.class_id as "classId", b.window_id as "windowId",
     b.cancelled_on::text as "cancelledOn"
   from card_batch b where b.id = $1 for update
