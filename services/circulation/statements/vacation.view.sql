-- vacation.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, integer, boolean, integer
select v.id, v.school_id as "schoolId", v.name, v.lend_from::text as "lendFrom",
    v.lend_to::text as "lendTo", v.due_on::text as "dueOn",
    (select count(*)::int from vacation_slot s where s.arrangement_id = v.id) as classes, v.cancelled, v.version
  from vacation_arrangement v where v.id = $1
