-- registers.differing, written by `npm run emit`
-- takes nothing
-- gives integer, text
select count(*)::int as schools, min(found_on)::text as since from register_difference
