/** A year that was written in, `e`, with the name of its school. */
export const ENTERED_YEAR_VIEW = `select e.id, e.school_id as "schoolId", s.name as school, e.year, e.copies, e.titles, e.serials,
    e.staff, e.pupils, e.source, e.entered_on::text as "enteredOn", e.entered_by as "enteredBy"
  from entered_year e join known_school s using (school_id)`;
