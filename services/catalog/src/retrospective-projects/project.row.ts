import { EntitySchema } from 'typeorm';
import type { RetrospectiveProject } from './rules/progress.js';

const orNull = { type: 'text', nullable: true } as const;

export const retrospectiveProjectTable = new EntitySchema<RetrospectiveProject>({
  name: 'retrospective_project',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    goalVolumes: { type: 'int', name: 'goal_volumes' },
    beginsOn: { type: 'date', name: 'begins_on' },
    endsOn: { type: 'date', name: 'ends_on' },
    kind: orNull,
    note: orNull,
    plannedBy: { type: 'text', name: 'planned_by' },
    endedOn: { type: 'date', name: 'ended_on', nullable: true },
  },
});

/**
 * The lines that count for a project `p`: copies that came in on its days, by import or by hand, from no purchase, gift, school or
 * reader, and stand still. Its days are those until it was ended; what is entered late counts, too.
 */
export const ENTERED = `from register_line l
    join register_batch b on b.school_id = l.school_id and b.number = l.batch and b.source in ('not-recorded', 'other')
    join copy c on c.id = l.copy_id and c.stock_state <> 'withdrawn' and (p.kind is null or c.kind = p.kind)
    where l.school_id = p.school_id and l.kind = 'accession' and l.day >= p.begins_on and l.day <= coalesce(p.ended_on, 'infinity')`;

export const PROJECT_VIEW = `select p.id, p.version, p.school_id as "schoolId", p.name, p.goal_volumes as "goalVolumes",
    p.begins_on::text as "beginsOn", p.ends_on::text as "endsOn", p.kind, p.note, p.planned_by as "plannedBy",
    p.ended_on::text as "endedOn", (select count(*)::int ${ENTERED}) as entered
  from retrospective_project p`;
