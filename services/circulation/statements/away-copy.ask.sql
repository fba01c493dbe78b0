-- away-copy.ask, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
insert into away_copy (copy_id, owning_school_id, for_hold) values ($1, $2, true)
   on conflict (copy_id) do update set owning_school_id = excluded.owning_school_id, at_school_id = null, for_hold = true
