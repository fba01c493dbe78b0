import { sql } from '@shulian/service-kit';

/** A campaign `c` as it is shown. */
export const CAMPAIGN_VIEW = sql`select c.id, c.version, c.school_id as "schoolId", c.name, c.starts_on::text as "startsOn",
    c.ends_on::text as "endsOn", c.grades,
    (select coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name, 'source', p.source,
       'goalPercent', p.goal_percent) order by p.place), '[]') from campaign_part p where p.campaign_id = c.id) as parts
  from reading_campaign c`;
