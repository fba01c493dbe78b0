-- careRules.put, written by `npm run emit`
-- takes uuid, uuid, date, text, text[], text
-- gives uuid, text, text, text[]
insert into care_rules as r (id, school_id, valid_from, title, rules, written_by) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint care_rules_once_a_day do update
     set title = excluded.title, rules = excluded.rules, written_by = excluded.written_by
   returning r.school_id as "schoolId", r.valid_from::text as "validFrom", r.title, r.rules
