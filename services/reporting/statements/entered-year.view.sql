-- entered-year.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, integer, integer, integer, integer, integer, integer, text, text, text
select e.id, e.school_id as "schoolId", s.name as school, e.year, e.copies, e.titles, e.serials,
    e.staff, e.pupils, e.source, e.entered_on::text as "enteredOn", e.entered_by as "enteredBy"
  from entered_year e join known_school s using (school_id) where e.id = $1
