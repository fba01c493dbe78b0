import { EntitySchema } from 'typeorm';
import type { ShelfShift } from './rules/shelf-shift.js';

export const shelfShiftTable = new EntitySchema<ShelfShift>({
  name: 'shelf_shift',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    beginsOn: { type: 'date', name: 'begins_on' },
    endsOn: { type: 'date', name: 'ends_on' },
    note: { type: 'text', nullable: true },
    plannedBy: { type: 'text', name: 'planned_by' },
    endedOn: { type: 'date', name: 'ended_on', nullable: true },
  },
});

/** A shift `s` with its steps counted; one whose move was undone is to be done again. */
export const SHIFT_VIEW = `select s.id, s.version, s.school_id as "schoolId", s.name, s.begins_on::text as "beginsOn",
    s.ends_on::text as "endsOn", s.note, s.planned_by as "plannedBy", s.ended_on::text as "endedOn", d.steps, d.done, d.volumes
  from shelf_shift s cross join lateral (
    select count(*)::int as steps, count(m.id)::int as done, coalesce(sum(m.volumes), 0)::int as volumes
    from shelf_shift_step t left join copy_move m on m.id = t.move_id and m.undone_at is null
    where t.shift_id = s.id) d`;

export const STEP_VIEW = `select t.number, t.to_id as "toId", p.path as "toPath", t.stands_in as "standsIn", o.path as "standsInPath",
    t.from_call_number as "fromCallNumber", t.to_call_number as "toCallNumber", t.even_if_full as "evenIfFull",
    m.id as "moveId", m.number as "moveNumber", m.volumes,
    to_char(m.moved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "doneAt", m.moved_by as "doneBy"
  from shelf_shift_step t left join location p on p.id = t.to_id left join location o on o.id = t.stands_in
  left join copy_move m on m.id = t.move_id and m.undone_at is null`;
