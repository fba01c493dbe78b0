-- helperTraining.term, written by `npm run emit`
-- takes uuid
-- gives uuid, text, text, integer[], text
select t.school_id as "schoolId", t.starts_on::text as "startsOn", t.ends_on::text as "endsOn", f.grades, f.aim
   from term t left join helper_training_focus f on f.term_id = t.id where t.id = $1
