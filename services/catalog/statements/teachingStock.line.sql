-- teachingStock.line, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, uuid, text, integer, text, text, text, text, text, uuid, boolean
select id, school_id as "schoolId", title_id as "titleId", term_id as "termId", what, quantity, holder_kind as kind, holder as ref,
     on_day::text as "onDay", note, by_whom as by, counter_of as "counterOf",
     exists (select from teaching_line c where c.counter_of = l.id) as countered
   from teaching_line l where id = $1
