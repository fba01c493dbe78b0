-- renumbering.add, written by `npm run emit`
-- takes uuid, uuid, text, timestamp with time zone, text, integer, integer
-- gives nothing
insert into renumbering (id, school_id, clc, renumbered_at, renumbered_by, next_before, next_after)
   values ($1, $2, $3, $4, $5, $6, $7)
