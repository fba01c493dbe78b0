-- audience.titles, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text, jsonb
select t.id as "titleId", t.title, jsonb_build_object('bands', coalesce(a.bands, '{}'), 'level', a.level, 'themes', coalesce(a.themes, '{}')) as marks
   from title t left join title_audience a on a.title_id = t.id
   where t.id = any($1::uuid[]) and t.merged_into is null order by t.id
