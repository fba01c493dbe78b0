-- ruleSets.posting, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, integer, text, text, text, text
select p.id, p.set_id as "setId", s.name, p.number, p.room, p.posted_on::text as "postedOn",
    p.posted_by as "postedBy", p.removed_on::text as "removedOn"
  from rule_posting p join rule_set s on s.id = p.set_id where p.id = $1
