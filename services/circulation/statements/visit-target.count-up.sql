-- visit-target.count-up, written by `npm run emit`
-- takes uuid
-- gives integer
insert into visit_target_set as s (school_id, version) values ($1, 1)
   on conflict (school_id) do update set version = s.version + 1 returning version
