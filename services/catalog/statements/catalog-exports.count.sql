-- catalog-exports.count, written by `npm run emit`
-- takes nothing
-- gives integer
select count(*)::int as titles from title
