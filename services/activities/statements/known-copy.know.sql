-- known-copy.know, written by `npm run emit`
-- takes uuid, integer, uuid, uuid, date
-- gives nothing
insert into known_copy as k (copy_id, version, school_id, title_id, accessioned_on)
    values ($1, $2,
      $3, $4,
      $5)
    on conflict (copy_id) do update set version = excluded.version, school_id = excluded.school_id,
      title_id = excluded.title_id, accessioned_on = excluded.accessioned_on
    where k.version < excluded.version
