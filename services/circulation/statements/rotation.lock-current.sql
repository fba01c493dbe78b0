-- rotation.lock-current, written by `npm run emit`
-- takes uuid, date
-- gives uuid, uuid, uuid, text, text, text, text, integer, text, integer
select r.id, r.school_id as "schoolId", r.term_id as "termId", r.name, r.outside,
    k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", r.published_version as "publishedVersion",
    r.published_on::text as "publishedOn", r.version from rotation_timetable r join known_term k on k.term_id = r.term_id where r.school_id = $1 and k.ends_on >= $2 order by r.id for update of r
