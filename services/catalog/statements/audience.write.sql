-- audience.write, written by `npm run emit`
-- takes jsonb
-- gives nothing
update title_audience a set bands = m.bands, level = m.level, themes = m.themes
   from jsonb_to_recordset($1::jsonb) as m(id uuid, bands text[], level int, themes uuid[]) where a.title_id = m.id
