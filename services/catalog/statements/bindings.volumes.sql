-- bindings.volumes, written by `npm run emit`
-- takes uuid[], uuid
-- gives nothing
insert into serial_bound_volume (copy_id, binding_id) select unnest($1::uuid[]), $2
