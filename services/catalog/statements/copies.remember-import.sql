-- copies.remember-import, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into imported_copy (import_id, copy_id) select $1, unnest($2::uuid[]) on conflict do nothing
