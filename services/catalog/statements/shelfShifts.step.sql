-- shelfShifts.step, written by `npm run emit`
-- takes uuid, integer
-- gives integer, uuid, text, uuid, text, text, text, boolean, uuid, integer, integer, text, text
select t.number, t.to_id as "toId", p.path as "toPath", t.stands_in as "standsIn", o.path as "standsInPath",
    t.from_call_number as "fromCallNumber", t.to_call_number as "toCallNumber", t.even_if_full as "evenIfFull",
    m.id as "moveId", m.number as "moveNumber", m.volumes,
    to_char(m.moved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "doneAt", m.moved_by as "doneBy"
  from shelf_shift_step t left join location p on p.id = t.to_id left join location o on o.id = t.stands_in
  left join copy_move m on m.id = t.move_id and m.undone_at is null where t.shift_id = $1 and t.number = $2
