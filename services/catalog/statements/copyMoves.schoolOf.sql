-- copyMoves.schoolOf, written by `npm run emit`
-- takes uuid
-- gives uuid
select school_id as "schoolId" from copy_move where id = $1
