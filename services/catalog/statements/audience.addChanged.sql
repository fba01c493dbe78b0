-- audience.addChanged, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into audience_changed (change_id, title_id, before, after)
   select $1, c."titleId", c.before, c.after from jsonb_to_recordset($2::jsonb) as c("titleId" uuid, before jsonb, after jsonb)
