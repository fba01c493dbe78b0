-- away-copy.arrive, written by `npm run emit`
-- takes uuid, uuid, uuid, boolean
-- gives nothing
insert into away_copy as a (copy_id, owning_school_id, at_school_id, for_hold) values ($1, $2, $3, $4)
   on conflict (copy_id) do update set owning_school_id = excluded.owning_school_id, at_school_id = excluded.at_school_id,
     for_hold = a.for_hold or excluded.for_hold
