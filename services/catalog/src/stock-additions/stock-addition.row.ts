import { EntitySchema } from 'typeorm';
import type { StockAddition } from './rules/stock-addition.js';

const textOrNull = { type: 'text', nullable: true } as const;

export const stockAdditionTable = new EntitySchema<StockAddition>({
  name: 'stock_addition',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    locationId: { type: 'uuid', name: 'location_id' },
    name: { type: 'text' },
    fromOn: { type: 'date', name: 'from_on' },
    dueOn: { type: 'date', name: 'due_on' },
    volumes: { type: 'int' },
    note: textOrNull,
    status: { type: 'text' },
    endedOn: { type: 'date', name: 'ended_on', nullable: true },
    words: textOrNull,
    plannedBy: { type: 'text', name: 'planned_by' },
  },
});

/** An addition as it is shown on the day `$1`: with the volumes that came between its days and stand in its place. */
export const ADDITION_VIEW = `select a.id, a.version, a.school_id as "schoolId", a.location_id as "locationId", p.path as place, a.name,
    a.from_on::text as "fromOn", a.due_on::text as "dueOn", a.volumes, c.added, a.note,
    case when a.status = 'planned' and a.due_on < $1::date then 'overdue' else a.status end as status,
    a.ended_on::text as "endedOn", a.words
  from stock_addition a join location p on p.id = a.location_id
  cross join lateral (
    select count(*)::int as added from location q join copy c on c.location_id = q.id
    where q.school_id = a.school_id and (q.id = p.id or p.id = any(q.ancestors)) and c.stock_state <> 'withdrawn'
      and c.accessioned_on between a.from_on and coalesce(a.ended_on, $1::date)) c`;
