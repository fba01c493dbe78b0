-- visit.is-out, written by `npm run emit`
-- takes uuid
-- gives boolean
select exists (select from away_copy where copy_id = $1 and for_hold) as may
