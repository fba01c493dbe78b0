-- compensations.school, written by `npm run emit`
-- takes uuid
-- gives uuid, text, text
select s.school_id as id, s.code, s.name from known_compensation k join known_school s on s.school_id = k.school_id
   where k.id = $1
