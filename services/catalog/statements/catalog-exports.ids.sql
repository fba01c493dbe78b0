-- catalog-exports.ids, written by `npm run emit`
-- takes uuid, bigint
-- gives uuid
select id from title where id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid) order by id limit $2
