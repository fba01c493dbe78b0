import { EntitySchema } from 'typeorm';
import type { ResearchRequest } from './rules/request.js';

const orNull = { type: 'text', nullable: true } as const;

export const researchRequestTable = new EntitySchema<ResearchRequest>({
  name: 'research_request',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    topic: { type: 'text' },
    about: orNull,
    asker: { type: 'text' },
    askedBy: { type: 'text', name: 'asked_by' },
    askedOn: { type: 'date', name: 'asked_on' },
    neededBy: { type: 'date', name: 'needed_by', nullable: true },
    status: { type: 'text' },
    words: orNull,
    settledOn: { type: 'date', name: 'settled_on', nullable: true },
    settledBy: { ...orNull, name: 'settled_by' },
  },
});

/** A request `q` with its material, as the account `$1` sees it; `$2` is today, for those that still wait. */
export const REQUEST_VIEW = `select q.id, q.school_id as "schoolId", q.topic, q.about, q.asker, q.asked_by as "askedBy",
    q.asked_by = $1 as mine, q.asked_on::text as "askedOn", q.needed_by::text as "neededBy", q.status, q.words,
    q.settled_on::text as "settledOn", coalesce(q.settled_on, $2::date) - q.asked_on as days,
    coalesce(coalesce(q.settled_on, $2::date) > q.needed_by, false) as late, m.materials
  from research_request q cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('titleId', m.title_id, 'title', t.title, 'words', m.words, 'link', m.link)
      order by m.position), '[]') as materials
    from research_material m left join title t on t.id = m.title_id where m.request_id = q.id) m`;
