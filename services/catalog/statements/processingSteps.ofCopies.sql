-- processingSteps.ofCopies, written by `npm run emit`
-- takes uuid[]
-- gives uuid, text, json
select c.id as "copyId", c.lending as lending,
     coalesce((select json_agg(json_build_object('stage', s.stage, 'on', s.done_on)) from processing_step s
               where s.copy_id = c.id and s.undone_at is null), '[]') as done
   from copy c where c.id = any($1::uuid[])
