-- repairs.openOf, written by `npm run emit`
-- takes uuid[]
-- gives uuid
select copy_id as id from repair where copy_id = any($1::uuid[]) and state = 'in-repair'
