-- merge-candidates.put, written by `npm run emit`
-- takes jsonb
-- gives nothing
insert into title_merge_candidate (id, title_id, other_id, score, reasons)
   select i.id, i.title_id, i.other_id, i.score, i.reasons
   from jsonb_to_recordset($1::jsonb) as i(id uuid, title_id uuid, other_id uuid, score int, reasons text[])
   order by i.title_id, i.other_id
   on conflict on constraint title_merge_candidate_once do update set score = excluded.score, reasons = excluded.reasons
