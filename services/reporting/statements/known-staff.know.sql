-- known-staff.know, written by `npm run emit`
-- takes uuid, uuid, date, date, boolean, integer
-- gives nothing
insert into known_staff as k (staff_member_id, school_id, starts_on, ends_on, removed, version)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (staff_member_id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on,
     removed = excluded.removed, version = excluded.version
   where k.version < excluded.version
