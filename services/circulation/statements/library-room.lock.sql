-- library-room.lock, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, text, text[], text, text, text, integer, integer, boolean, uuid, text, text, integer
select m.id, m.school_id as "schoolId", m.name, m.purposes, m.place, m.campus, m.department,
    m.seats, m.classes_at_once as "classesAtOnce", m.all_day as "allDay", m.alternative_id as "alternativeId",
    m.alternative_note as "alternativeNote", m.retired_on::text as "retiredOn", m.version from library_room m where m.id = any($1::uuid[]) order by m.id for update
