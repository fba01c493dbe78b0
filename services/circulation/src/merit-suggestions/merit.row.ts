export const SUGGESTION_VIEW = `select m.id, m.school_id as "schoolId", m.class_id as "classId", m.term_starts_on::text as "termStartsOn",
    m.overdue, m.lost, m.damaged, m.awards, m.note, m.suggested_on::text as "suggestedOn", m.suggested_by as "suggestedBy", m.state,
    m.ended_on::text as "endedOn"
  from merit_suggestion m`;

/** What lies with each class of school `$1` on day `$2` in the term from `$3`; only classes that have something. */
export const CLASS_LOSSES = `select class_id, sum(overdue)::int as overdue, sum(lost)::int as lost, sum(damaged)::int as damaged from (
    select l.class_id, 1 as overdue, 0 as lost, 0 as damaged from loan l
    where l.lending_school_id = $1 and l.closed_how is null and l.due_on < $2::date and l.class_id is not null
    union all
    select l.class_id, 0, 1, 0 from compensation c join loan l on l.id = c.loan_id
    where c.school_id = $1 and c.owed_on >= $3::date and l.class_id is not null
    union all
    select c.class_id, 0, 0, 1 from loan_case c
    where c.school_id = $1 and c.kind = 'damage' and c.state <> 'dropped' and c.noted_on >= $3::date and c.class_id is not null
  ) one group by class_id`;
