-- lending-share.put, written by `npm run emit`
-- takes uuid, integer, boolean, integer, integer, boolean, integer, integer, date, text
-- gives nothing
insert into lending_share (school_id, version, open, most_out, new_stay_days, takes_back, days_on_way, place, put_on, put_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (school_id) do update set version = excluded.version, open = excluded.open, most_out = excluded.most_out,
     new_stay_days = excluded.new_stay_days, takes_back = excluded.takes_back, days_on_way = excluded.days_on_way,
     place = excluded.place, put_on = excluded.put_on, put_by = excluded.put_by
