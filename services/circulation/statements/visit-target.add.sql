-- visit-target.add, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into visit_target (school_id, grade, per_week)
   select $1, t.grade, t."perWeek" from jsonb_to_recordset($2::jsonb) as t(grade int, "perWeek" int)
