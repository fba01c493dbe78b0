-- kept-records.edit, written by `npm run emit`
-- takes uuid, text[], timestamp with time zone
-- gives nothing
insert into edited_field (title_id, field, edited_at)
   select $1, unnest($2::text[]), $3 on conflict (title_id, field) do update set edited_at = excluded.edited_at
