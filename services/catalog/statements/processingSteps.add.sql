-- processingSteps.add, written by `npm run emit`
-- takes uuid, uuid[], text[], date, timestamp with time zone, text
-- gives nothing
insert into processing_step (copy_id, school_id, stage, done_on, done_at, done_by)
   select n.copy_id, $1, n.stage, $4, $5, $6 from unnest($2::uuid[], $3::text[]) with ordinality as n (copy_id, stage, at)
   order by n.at
