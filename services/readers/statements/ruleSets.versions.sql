-- ruleSets.versions, written by `npm run emit`
-- takes uuid
-- gives integer, text
select number, holds_from::text as "holdsFrom" from rule_version where set_id = $1 order by number
