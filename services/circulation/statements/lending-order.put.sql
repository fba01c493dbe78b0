-- lending-order.put, written by `npm run emit`
-- takes uuid, integer, uuid[], date, text
-- gives nothing
insert into lending_order (school_id, version, school_ids, put_on, put_by) values ($1, $2, $3, $4, $5)
   on conflict (school_id) do update set version = excluded.version, school_ids = excluded.school_ids,
     put_on = excluded.put_on, put_by = excluded.put_by
