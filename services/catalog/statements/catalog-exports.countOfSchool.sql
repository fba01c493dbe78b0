-- catalog-exports.countOfSchool, written by `npm run emit`
-- takes uuid
-- gives integer
select count(distinct title_id)::int as titles from copy where school_id = $1 and stock_state <> 'withdrawn'
