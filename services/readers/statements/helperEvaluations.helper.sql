-- helperEvaluations.helper, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid, boolean, boolean
select h.school_id as "schoolId", exists (select from helper_training_attendance a join helper_training g on g.id = a.training_id
    where a.reader_id = h.reader_id and a.result = 'passed' and g.school_id = h.school_id and g.required and g.status = 'held') as trained,
     (select h.status = 'appointed' and h.starts_on <= t.ends_on and h.ends_on >= t.starts_on
      from term t where t.id = $2 and t.school_id = h.school_id) as "ofTerm"
   from class_helper h where h.id = $1 for no key update of h
