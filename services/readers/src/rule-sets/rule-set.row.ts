/** A set `s` with the version that holds on `$1`, the one to come, where it is posted and who read what holds. */
export const RULE_SET_VIEW = `select s.id, s.school_id as "schoolId", s.kind, s.name, s.ended_on::text as "endedOn",
    v.number, v.text, v.holds_from::text as "holdsFrom", n.holds_from::text as "nextFrom",
    (select count(*)::int from rule_version o where o.set_id = s.id) as versions, p.rooms,
    (select count(*)::int from rule_reading r where r.set_id = s.id and r.number = v.number) as readings
  from rule_set s
  left join lateral (select number, text, holds_from from rule_version v where v.set_id = s.id and v.holds_from <= $1
    order by number desc limit 1) v on true
  left join lateral (select holds_from from rule_version v where v.set_id = s.id and v.holds_from > $1
    order by number desc limit 1) n on true
  cross join lateral (select coalesce(array_agg(p.room order by p.room), '{}') as rooms
    from rule_posting p where p.set_id = s.id and p.removed_on is null) p`;

/** A posting `p` of a set `s`. */
export const POSTING_VIEW = `select p.id, p.set_id as "setId", s.name, p.number, p.room, p.posted_on::text as "postedOn",
    p.posted_by as "postedBy", p.removed_on::text as "removedOn"
  from rule_posting p join rule_set s on s.id = p.set_id`;

/** Somebody who read a version: a teacher by the account, a class, a reader. */
export const READING_VIEW = `select r.id, r.set_id as "setId", r.number, r.who, r.class_id as "classId", r.reader_id as "readerId",
    r.account, a.username as "accountName", r.read_on::text as "readOn", k.section, k.entry_year as "entryYear", k.class_no as "classNo"
  from rule_reading r left join school_class k on k.id = r.class_id
  left join account a on a.id = case when r.account ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then r.account::uuid end`;
