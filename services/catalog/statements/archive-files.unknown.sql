-- archive-files.unknown, written by `npm run emit`
-- takes uuid, uuid[], uuid[]
-- gives boolean, boolean
select exists (select from unnest($2::uuid[]) i where not exists (select from archive_unit u where u.id = i and u.school_id = $1)) as units,
     exists (select from unnest($3::uuid[]) i where not exists (select from archive_scope s where s.id = i and s.school_id = $1)) as scopes
