-- ruleSets.lockPosting, written by `npm run emit`
-- takes uuid
-- gives uuid, text
select s.school_id as "schoolId", p.removed_on::text as "removedOn" from rule_posting p join rule_set s on s.id = p.set_id
   where p.id = $1 for update of p
