-- contestJudging.score, written by `npm run emit`
-- takes uuid, jsonb, text, timestamp with time zone
-- gives nothing
insert into contest_score (entry_id, judge_id, tenths, points, remark, entered_by, entered_at)
   select s."entryId", $1, s.tenths, case when s.points is null then null else array(select jsonb_array_elements_text(s.points)::int) end,
     s.remark, $3, $4
   from jsonb_to_recordset($2::jsonb) as s("entryId" uuid, tenths int, points jsonb, remark text)
   on conflict (entry_id, judge_id) do update set tenths = excluded.tenths, points = excluded.points, remark = excluded.remark,
     entered_by = excluded.entered_by, entered_at = excluded.entered_at
