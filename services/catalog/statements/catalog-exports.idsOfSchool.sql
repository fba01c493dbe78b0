-- catalog-exports.idsOfSchool, written by `npm run emit`
-- takes uuid, bigint, uuid
-- gives uuid
select distinct title_id as id from copy
   where school_id = $3 and stock_state <> 'withdrawn'
     and title_id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid)
   order by title_id limit $2
