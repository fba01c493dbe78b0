-- copyMoves.takeNumber, written by `npm run emit`
-- takes uuid
-- gives integer
update location_tree set next_move = next_move + 1 where school_id = $1 returning next_move - 1 as number
