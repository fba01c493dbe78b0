-- corner-swap.save, written by `npm run emit`
-- takes uuid, uuid, uuid, uuid, text[], text, uuid, uuid, text[], text, text, date, date, text
-- gives nothing
insert into corner_swap (id, school_id, corner_id, class_id, barcodes, agreed_by, other_corner_id, other_class_id,
     other_barcodes, other_agreed_by, state, proposed_on, ended_on, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict (id) do update set agreed_by = excluded.agreed_by, other_agreed_by = excluded.other_agreed_by,
     state = excluded.state, ended_on = excluded.ended_on
