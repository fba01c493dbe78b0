-- guardians.participation, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, integer, text, text, integer
select p.id, p.school_id as "schoolId", p.activity, p.took_place_on::text as "tookPlaceOn",
    p.pupils, p.note, p.entered_by as "enteredBy",
    (select count(*)::int from participation_guardian g where g.participation_id = p.id) as guardians
  from participation p where p.id = $1
