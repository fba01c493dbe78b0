-- audience.markWish, written by `npm run emit`
-- takes uuid, text[], smallint, uuid[]
-- gives nothing
insert into wish_audience (suggestion_id, bands, level, themes) values ($1, $2, $3, $4)
   on conflict (suggestion_id) do update set bands = excluded.bands, level = excluded.level, themes = excluded.themes
