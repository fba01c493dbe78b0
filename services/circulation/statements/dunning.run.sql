-- dunning.run, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, integer, text, text, integer, integer, integer, integer, integer
select d.id, d.school_id as "schoolId", d.made_on::text as "madeOn", d.made_by as "madeBy",
    d.least_days as "leastDays", d.answer_by::text as "answerBy", d.note, f.*
  from dunning_run d cross join lateral (
    select count(*)::int as lines, count(distinct coalesce(n.reader_id, n.class_id))::int as borrowers,
      count(n.priority)::int as priority, (count(*) filter (where l.closed_how = 'returned'))::int as returned,
      (count(*) filter (where l.closed_how = 'lost'))::int as lost
    from dunning_line n join loan l on l.id = n.loan_id where n.run_id = d.id) f where d.id = $1
