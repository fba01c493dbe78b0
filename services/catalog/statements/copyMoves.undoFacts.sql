-- copyMoves.undoFacts, written by `npm run emit`
-- takes uuid
-- gives boolean, boolean, integer, integer
select m.undone_at is not null as undone,
     not exists (select from copy_move n where n.school_id = m.school_id and n.number > m.number and n.undone_at is null) as "isLast",
     (select count(*)::int from copy_moved o join copy c on c.id = o.copy_id
      where o.move_id = m.id and (c.location_id is distinct from m.to_id or c.stock_state = 'withdrawn')) as "movedOn",
     (select count(distinct p.id)::int from copy_moved o join location p on p.id = o.from_id
      where o.move_id = m.id and p.closed) as "closedOrigins"
   from copy_move m where m.id = $1
