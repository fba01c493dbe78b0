-- renumbering.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, integer, integer, boolean
select id, school_id as "schoolId", clc, next_before as "nextBefore", next_after as "nextAfter",
     undone_at is not null as "isUndone"
   from renumbering where id = $1 for update
