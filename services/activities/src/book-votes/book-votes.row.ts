import { sql } from '@shulian/service-kit';

/** A vote `v` as it is shown. */
export const VOTE_VIEW = sql`select v.id, v.version, v.school_id as "schoolId", v.name, v.opens_on::text as "opensOn",
    v.closes_on::text as "closesOn", v.places, v.most_choices as "mostChoices", v.status,
    (select count(*)::int from book_ballot b where b.vote_id = v.id) as ballots,
    (select coalesce(sum(g.copies), 0)::int from book_gift g where g.vote_id = v.id) as copies
  from book_vote v`;
export const GIFT_VIEW = sql`select g.id, g.class_id as "classId", c.name as "className", g.reader_id as "readerId", g.book,
    g.copies, g.goes_to as "goesTo", g.given_on::text as "givenOn"
  from book_gift g left join known_class c on c.class_id = g.class_id`;
