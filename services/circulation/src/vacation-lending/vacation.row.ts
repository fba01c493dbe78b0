/** An arrangement `v`. */
export const VACATION_VIEW = `select v.id, v.school_id as "schoolId", v.name, v.lend_from::text as "lendFrom",
    v.lend_to::text as "lendTo", v.due_on::text as "dueOn",
    (select count(*)::int from vacation_slot s where s.arrangement_id = v.id) as classes, v.cancelled, v.version
  from vacation_arrangement v`;
