-- stock-standard.volumes, written by `npm run emit`
-- takes uuid
-- gives integer
select coalesce(sum(volumes), 0)::int as volumes from register_sum_now where school_id = $1
