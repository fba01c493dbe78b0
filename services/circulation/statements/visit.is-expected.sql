-- visit.is-expected, written by `npm run emit`
-- takes uuid, uuid
-- gives boolean
select exists (select from copy_transfer t where t.copy_id = $1 and t.to_school_id = $2 and t.status in ('requested', 'packed'))
     or exists (select from away_copy a where a.copy_id = $1 and a.at_school_id = $2) as may
