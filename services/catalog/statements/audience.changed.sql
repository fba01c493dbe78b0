-- audience.changed, written by `npm run emit`
-- takes uuid
-- gives uuid, jsonb, jsonb
select title_id as "titleId", before, after from audience_changed where change_id = $1 order by title_id
