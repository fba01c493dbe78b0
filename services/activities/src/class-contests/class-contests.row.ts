import { sql } from '@shulian/service-kit';

/** A contest `c` as it is shown. */
export const CONTEST_VIEW = sql`select c.id, c.version, c.school_id as "schoolId", c.school_year as "schoolYear", c.name, c.status,
    c.decided_on::text as "decidedOn",
    (select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'name', k.name, 'mostPoints', k.most_points, 'source', k.source,
       'goalTenths', k.goal_tenths) order by k.place), '[]') from class_criterion k where k.contest_id = c.id) as criteria,
    (select coalesce(jsonb_agg(jsonb_build_object('classId', w.class_id, 'className', n.name) order by n.name), '[]')
       from class_contest_winner w left join known_class n on n.class_id = w.class_id
       where w.contest_id = c.id and c.status = 'decided') as winners
  from class_contest c`;
