import { sql, words, type Sql } from '@shulian/service-kit';
import { EntitySchema } from 'typeorm';
import type { EResource } from '../rules/e-resource.js';

export const eResourceTable = new EntitySchema<EResource>({
  name: 'e_resource',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id', nullable: true },
    kind: { type: 'text' },
    name: { type: 'text' },
    provider: { type: 'text', nullable: true },
    scope: { type: 'text', nullable: true },
    url: { type: 'text', nullable: true },
    subject: { type: 'text', nullable: true },
    audience: { type: 'text', nullable: true },
    firstGrade: { type: 'int', name: 'first_grade' },
    lastGrade: { type: 'int', name: 'last_grade' },
    quotaUnit: { type: 'text', name: 'quota_unit', nullable: true },
    goalEntries: { type: 'int', name: 'goal_entries', nullable: true },
    goalOn: { type: 'date', name: 'goal_on', nullable: true },
    note: { type: 'text', nullable: true },
    addedOn: { type: 'date', name: 'added_on' },
    addedBy: { type: 'text', name: 'added_by' },
    publishedOn: { type: 'date', name: 'published_on', nullable: true },
    endedOn: { type: 'date', name: 'ended_on', nullable: true },
    endReason: { type: 'text', name: 'end_reason', nullable: true },
    endsOn: { type: 'date', name: 'ends_on', nullable: true },
  },
});

const SHOWN = `r.id, r.school_id as "schoolId", s.name as school, r.kind, r.name, r.provider, r.scope, r.url, r.subject, r.audience,
    r.first_grade as "firstGrade", r.last_grade as "lastGrade"`;
/** Lines that count: neither corrections nor what they correct. */
const VALID = `l.resource_id = r.id and l.corrects is null
      and not exists (select from e_resource_line c where c.corrects = l.id)`;

/** Resources of the register with what is in force on a day, and all they cost; `whose` chooses among `e_resource r`. */
export const eResourceViews = (
  today: string,
  whose: Sql,
): Sql => sql`select ${words(SHOWN)}, r.version, r.quota_unit as "quotaUnit",
    r.goal_entries as "goalEntries", r.goal_on::text as "goalOn", r.note, r.added_on::text as "addedOn",
    r.published_on::text as "publishedOn", r.ended_on::text as "endedOn", r.end_reason as "endReason",
    f.starts_on::text as "startsOn", r.ends_on::text as "endsOn", r.ends_on - ${today}::date as "daysLeft", coalesce(f.fen, 0)::float8 as "costFen", f.quota,
    coalesce(f.terms, 0)::int as terms, e.entries,
    case when r.ended_on is not null then 'ended' when r.ends_on < ${today}::date then 'expired' else 'running' end as state
  from e_resource r left join known_school s on s.school_id = r.school_id
  left join lateral (
    select min(l.starts_on) as starts_on, sum(l.cost_fen) as fen, count(*) filter (where l.kind <> 'add-on') as terms,
      sum(l.quota) filter (where l.starts_on <= ${today}::date and (l.ends_on is null or l.ends_on >= ${today}::date))::float8 as quota
    from e_resource_line l where ${words(VALID)}) f on true
  cross join lateral (select count(*)::int as entries from feature_entry e where e.resource_id = r.id) e
  where ${whose}`;

/** What readers see of a resource. */
export const publishedViews = (
  whose: Sql,
): Sql => sql`select ${words(SHOWN)}, r.published_on::text as "publishedOn", e.entries
  from e_resource r left join known_school s on s.school_id = r.school_id
  cross join lateral (select count(*)::int as entries from feature_entry e where e.resource_id = r.id) e
  where r.published_on is not null and r.ended_on is null and ${whose}`;

export const TERM_LINES = `select l.id, l.number, l.kind, l.starts_on::text as "startsOn", l.ends_on::text as "endsOn",
    l.cost_fen::float8 as "costFen", l.quota, l.document_number as "documentNumber", l.note, w.number as corrects,
    exists (select from e_resource_line c where c.corrects = l.id) as corrected, l.entered_on::text as "enteredOn"
  from e_resource_line l left join e_resource_line w on w.id = l.corrects`;
