import { sql } from '@shulian/service-kit';

/** A round `r` as it is shown. */
export const ROUND_VIEW = sql`select r.id, r.version, r.school_id as "schoolId", r.programme, r.name, r.starts_on::text as "startsOn",
    r.ends_on::text as "endsOn", r.per, r.places, r.prize, r.least_notes as "leastNotes", r.least_excerpts as "leastExcerpts",
    r.least_quiz_points as "leastQuizPoints", r.status, r.published_on::text as "publishedOn",
    coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name) order by c.place)
      from award_category c where c.round_id = r.id), '[]') as categories,
    (select count(*)::int from award a where a.round_id = r.id) as awards
  from award_round r`;

/** An award `a` of a round `r` as it is shown. */
export const AWARD_VIEW = sql`select a.id, a.round_id as "roundId", a.school_id as "schoolId", r.programme, r.name, a.category,
    c.name as "categoryName", a.reader_id as "readerId", a.class_id as "classId", a.grade, a.reason, r.prize,
    a.granted_on::text as "grantedOn", a.prize_issued_on::text as "prizeIssuedOn"
  from award a join award_round r on r.id = a.round_id
  left join award_category c on c.round_id = a.round_id and c.code = a.category`;
