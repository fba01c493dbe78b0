-- copyMoves.add, written by `npm run emit`
-- takes uuid, uuid, integer, uuid, timestamp with time zone, text, uuid[]
-- gives nothing
insert into copy_move (id, school_id, number, to_id, volumes, moved_at, moved_by)
   values ($1, $2, $3, $4, cardinality($7::uuid[]), $5, $6)
