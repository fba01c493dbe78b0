-- merit.add, written by `npm run emit`
-- takes uuid, date, date, uuid, uuid, integer, text, text
-- gives nothing
insert into merit_suggestion (id, school_id, class_id, term_starts_on, overdue, lost, damaged, awards, note, suggested_on, suggested_by)
   select $4, $1, $5, $3::date, coalesce(c.overdue, 0), coalesce(c.lost, 0), coalesce(c.damaged, 0), $6, $7, $2::date, $8
   from (select $5::uuid as class_id) asked left join (select class_id, sum(overdue)::int as overdue, sum(lost)::int as lost, sum(damaged)::int as damaged from (
    select l.class_id, 1 as overdue, 0 as lost, 0 as damaged from loan l
    where l.lending_school_id = $1 and l.closed_how is null and l.due_on < $2::date and l.class_id is not null
    union all
    select l.class_id, 0, 1, 0 from compensation c join loan l on l.id = c.loan_id
    where c.school_id = $1 and c.owed_on >= $3::date and l.class_id is not null
    union all
    select c.class_id, 0, 0, 1 from loan_case c
    where c.school_id = $1 and c.kind = 'damage' and c.state <> 'dropped' and c.noted_on >= $3::date and c.class_id is not null
  ) one group by class_id) c using (class_id)
