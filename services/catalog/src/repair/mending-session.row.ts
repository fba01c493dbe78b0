import { EntitySchema } from 'typeorm';
import type { MendingSession } from './rules/mending-session.js';

export const mendingSessionTable = new EntitySchema<MendingSession>({
  name: 'mending_session',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    heldOn: { type: 'date', name: 'held_on' },
    classId: { type: 'uuid', name: 'class_id', nullable: true },
    note: { type: 'text', nullable: true },
    cancelled: { type: 'boolean' },
    plannedBy: { type: 'text', name: 'planned_by' },
  },
});

/** A session `m` with what was credited to it, and how many helped. */
export const SESSION_VIEW = `select m.id, m.version, m.school_id as "schoolId", m.name, m.held_on::text as "heldOn",
    m.class_id as "classId", m.note, m.cancelled, m.planned_by as "plannedBy",
    (select count(*)::int from mending_helper h where h.session_id = m.id) as helpers, w.mended, w.beyond as "beyondRepair",
    w.not_needed as "notNeeded"
  from mending_session m cross join lateral (
    select count(*) filter (where r.state = 'mended')::int as mended,
      count(*) filter (where r.state = 'beyond-repair')::int as beyond,
      count(*) filter (where r.state = 'not-needed')::int as not_needed
    from repair r where r.session_id = m.id) w`;
